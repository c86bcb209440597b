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
 * Search, facets and suggestions over a catalogue held in memory. All calls are synchronous, and the next search
 * reflects every update. Does not depend on stores, timers or threads. `brute-force.ts` defines the results of a query.
 */
export class SearchIndex {
  readonly #scratch = newScratch()
  #thesaurus: Thesaurus
  #rowsInOrder: number

  constructor(readonly table = new Table()) {
    this.#thesaurus = new Thesaurus(table.stem)
    this.#rowsInOrder = table.rows
  }

  /** Builds an index from these products. */
  static async of(
    products: Iterable<Product> | AsyncIterable<Product>,
    { language = 'en', descriptions = true }: IndexOptions = {},
  ): Promise<SearchIndex> {
    const index = new SearchIndex(new Table({ language, descriptions }, await stemOf(language)))
    await index.table.load(products)
    index.#rowsInOrder = index.table.rows
    return index
  }

  /** Number of searchable products. */
  get size(): number {
    return this.table.products
  }

  /** Adds or updates the product; one without variants is removed. Throws TypeError if its id is not 24 hex digits. */
  upsert(product: Product) {
    this.table.upsert(product)
  }

  /** Removes the product; does nothing if it does not exist. */
  remove(id: string) {
    this.table.remove(id)
  }

  /** Replaces the synonyms; the next search uses them. */
  setSynonyms(synonyms: Synonyms) {
    this.#thesaurus = new Thesaurus(this.table.stem, synonyms)
  }

  /** Returns the results of a query. Throws RangeError if the query exceeds `LIMITS`. */
  search(query: Query): Result {
    return search(this.table, this.#scratch, this.#thesaurus, query)
  }

  suggest(text: string, limit = 5): Suggestions {
    return suggest(this.table, this.#scratch, this.#thesaurus, text, limit)
  }

  /**
   * Returns, for a text without results, at most three similar texts that have results, with their product counts. Runs
   * at most fifty searches, without facets.
   */
  corrections(text: string): Corrections {
    const known = new Map<string, number>()
    const count = (text: string) => {
      const total = known.get(text) ?? this.search({ text, exact: true, perPage: 0, facets: false }).total
      known.set(text, total)
      return total
    }
    return corrections(this.table, this.#thesaurus, text, count)
  }

  /** Returns the ids of products whose `validUntil` has passed. */
  due(now: number): string[] {
    const { alive, validUntil } = this.table.perRow
    const ids: string[] = []
    for (let row = 0; row < this.table.rows; row++)
      if (alive[row] && validUntil[row]! > 0 && validUntil[row]! <= now) ids.push(this.table.ids.get(row))
    return ids
  }

  /** Number of rows ever used; deleted products keep theirs until it is reused. */
  get rows(): number {
    return this.table.rows
  }

  /** Returns the ids of all products, or of those in rows `from` (inclusive) to `to` (exclusive). */
  ids(from = 0, to = this.table.rows): string[] {
    const { alive } = this.table.perRow
    const ids: string[] = []
    for (let row = from; row < Math.min(to, this.table.rows); row++) if (alive[row]) ids.push(this.table.ids.get(row))
    return ids
  }

  /** Number of rows that were deleted or added out of category order since the last compaction. */
  get fragmentedRows(): number {
    return this.table.stale + this.table.rows - this.#rowsInOrder
  }

  /** Compacts the index if more than about a quarter of its rows are stale. Takes 10 ms for 1,500 products. */
  tidy() {
    const { stale, rows } = this.table
    if (stale > 500 + rows / 4) this.compact()
  }

  compact() {
    this.table.compact()
    this.#rowsInOrder = this.table.rows
  }
}
