import { stemOf } from './analysis/inflect'
import { type Synonyms, Thesaurus } from './analysis/synonyms'
import { type IndexOptions, Table } from './index/table'
import type { Product } from './indexed-product'
import { corrections } from './query/corrections'
import { newScratch } from './query/scratch'
import { search } from './query/search'
import { suggest } from './query/suggest'
import type { Corrections, Query, Result, Suggestions } from './search-query'

/**
 * Facets, words and suggestions over a catalogue, in memory. Everything is synchronous and an update is seen by the next
 * search; nothing here knows of stores, timers or threads. `brute-force.ts` says what a query means.
 */
export class SearchIndex {
  readonly #scratch = newScratch()
  #thesaurus: Thesaurus
  #rowsInOrder: number

  constructor(readonly table = new Table()) {
    this.#thesaurus = new Thesaurus(table.stem)
    this.#rowsInOrder = table.rows
  }

  /** Fills an empty index. */
  static async of(
    products: Iterable<Product> | AsyncIterable<Product>,
    { language = 'en', descriptions = true }: IndexOptions = {},
  ): Promise<SearchIndex> {
    const index = new SearchIndex(new Table({ language, descriptions }, await stemOf(language)))
    await index.table.load(products)
    index.#rowsInOrder = index.table.rows
    return index
  }

  /** How many products can be found. */
  get size(): number {
    return this.table.products
  }

  /** Adds the product or brings it up to date. Throws TypeError where the id is none. */
  upsert(product: Product) {
    this.table.upsert(product)
  }

  /** Does nothing where there is no such product. */
  remove(id: string) {
    this.table.remove(id)
  }

  /** In place of those before; they hold from the next search on. */
  setSynonyms(synonyms: Synonyms) {
    this.#thesaurus = new Thesaurus(this.table.stem, synonyms)
  }

  /** Throws RangeError beyond the limits of `query.ts`. */
  search(query: Query): Result {
    return search(this.table, this.#scratch, this.#thesaurus, query)
  }

  suggest(text: string, limit = 5): Suggestions {
    return suggest(this.table, this.#scratch, this.#thesaurus, text, limit)
  }

  /**
   * For a text that finds nothing: the nearest texts that find something, at most three, and how many products. The work
   * is bounded: fifty searches without counts at most.
   */
  corrections(text: string): Corrections {
    const known = new Map<string, number>()
    const count = (text: string) => {
      const total = known.get(text) ?? this.search({ text, perPage: 0, facets: false }).total
      known.set(text, total)
      return total
    }
    return corrections(this.table, this.#thesaurus, text, count)
  }

  /** Ids of products that must be read again, because of their `validUntil`. */
  due(now: number): string[] {
    const { alive, validUntil } = this.table.perRow
    const ids: string[] = []
    for (let row = 0; row < this.table.rows; row++)
      if (alive[row] && validUntil[row]! > 0 && validUntil[row]! <= now) ids.push(this.table.ids.get(row))
    return ids
  }

  /** Rows that were ever used; more than there are products. */
  get rows(): number {
    return this.table.rows
  }

  /** Ids of all products, or of those in some of the rows. */
  ids(from = 0, to = this.table.rows): string[] {
    const { alive } = this.table.perRow
    const ids: string[] = []
    for (let row = from; row < Math.min(to, this.table.rows); row++) if (alive[row]) ids.push(this.table.ids.get(row))
    return ids
  }

  /** How many rows only compacting would clear out, or bring among the others. */
  get fragmentedRows(): number {
    return this.table.stale + this.table.rows - this.#rowsInOrder
  }

  /** Clears out what renamed and removed products left behind, once it is a quarter of the whole: 10 ms at 1,500 products. */
  tidy() {
    const { stale, rows } = this.table
    if (stale > 500 + rows / 4) this.compact()
  }

  compact() {
    this.table.compact()
    this.#rowsInOrder = this.table.rows
  }
}
