import { type Part, partsOf } from '../analysis/query-parts'
import type { Thesaurus } from '../analysis/synonyms'
import { growAll } from '../index/columns'
import { nonEmpty } from '../index/histogram'
import { countCodes, countNear, gather, keepPassing, markAll, markMisses, withoutMiss } from '../index/loops'
import type { Codes } from '../index/skus'
import { FACT_KEYS, type Leaf, type Table } from '../index/table'
import { assertWithinLimits, type Facet, type Query, type Result } from '../search-query'
import { candidates } from './candidates'
import { type MatchingRows, rowsWith } from './matching'
import { mostRelevant, pinAndBury, soldOutKey, sortKeys } from './ranking'
import type { Scratch } from './scratch'
import { Tally } from './tally'
import { best } from './top'
import { ofVariant, VariantScan } from './variants'

/**
 * Searches the table. For each product, sets one bit per failed filter: without bits it is a hit and counts in every
 * facet; with one bit it counts only in the facet of that filter. So a single pass yields all counts, each ignoring its
 * own filter. Throws RangeError if the query exceeds `LIMITS`.
 */
export function search(table: Table, scratch: Scratch, thesaurus: Thesaurus, query: Query): Result {
  assertWithinLimits(query)
  const { page = 1, perPage = 24 } = query
  growAll<Scratch>(scratch, table.rows)
  const { exact: isExact = false } = query
  const parts = partsOf(query.text ?? '', thesaurus, { isExact, ...knownTo(table) })
  const pass = new Pass(table, scratch, query)
  const { total, rows, weakMatch } = parts.length > 0 && isTextOnly(query) ? pass.textOnly(parts) : pass.filtered(parts)
  const found = rows.slice((page - 1) * perPage)
  const bySku = variantsWithCodes(
    found,
    parts.map(({ code, isPrefix }) => table.skus.find(code, isPrefix)),
  )
  const hits = found.map((row) => ({ id: table.ids.get(row), variant: pass.scan.offered(row, bySku.get(row)) }))
  return { total, hits, facets: pass.facets(), ...(weakMatch && { weakMatch }) }
}

/** Returns how `partsOf` asks whether a product has a SKU or a word. */
export const knownTo = (table: Table) => ({
  isSku: (code: string) => table.hasSku(code),
  isWord: (word: string) => table.hasWord(word),
})

/** Returns whether the query has only text, as while someone types. */
function isTextOnly({ text, exact, sort = 'relevance', page, perPage, facets = true, ...others }: Query): boolean {
  return sort === 'relevance' && facets !== true && Object.values(others).every((option) => option === undefined)
}

/**
 * Returns, for the rows of a page, the variants whose SKU was typed: completely or, if there are none, its beginning.
 */
function variantsWithCodes(rows: number[], codes: Codes[]): Map<number, number[]> {
  const bySku = new Map<number, number[]>()
  for (const kind of ['exact', 'prefixed'] as const) {
    const wanted = new Set(rows.filter((row) => !bySku.has(row)))
    for (const owners of codes.map((one) => one[kind]))
      for (let i = 0; i < owners.length; i++) {
        const row = owners[i]! >>> 8
        if (wanted.has(row)) bySku.set(row, [...(bySku.get(row) ?? []), owners[i]! & 255])
      }
  }
  return bySku
}

interface Found {
  total: number
  /** The best rows, up to the end of the requested page. */
  rows: number[]
  weakMatch: MatchingRows['weakMatch']
}

/** One pass over the candidates, leaf by leaf. */
class Pass {
  readonly scan: VariantScan
  readonly #counting: boolean
  readonly #filtersVariants: boolean
  readonly #bitOf: Map<string, number>
  readonly #ofProduct: { key: string; bit: number; passes: Uint8Array }[]
  readonly #within: { key: string; passes: Uint8Array }[]
  readonly #tally = new Tally()

  constructor(
    readonly table: Table,
    readonly scratch: Scratch,
    readonly query: Query,
  ) {
    const { filters = {}, within = {}, facets = true } = query
    this.#counting = facets === true
    const entries = Object.entries(filters)
    this.#bitOf = new Map(entries.map(([key], index) => [key, 1 << index]))
    this.#ofProduct = entries
      .filter(([key]) => !ofVariant(key))
      .map(([key, filter]) => ({ key, bit: this.#bitOf.get(key)!, passes: table.dictionary(key).passes(filter) }))
    this.#within = Object.entries(within)
      .filter(([key]) => !ofVariant(key))
      .map(([key, filter]) => ({ key, passes: table.dictionary(key).passes(filter) }))
    this.#filtersVariants = [filters, within].some((all) => Object.keys(all).some(ofVariant))
    const bitOf = this.#bitOf
    this.scan = new VariantScan(table.variantColumns, table.choices, { filters, within, bitOf }, this.#counting)
  }

  /** Returns the number of hits, and the rows of the best ones up to the requested page. */
  filtered(parts: Part[]): Found {
    const { table, scratch, query } = this
    const { sort = 'relevance', page = 1, perPage = 24 } = query
    const { rows, starts, weakMatch } = candidates(table, scratch, query, parts)
    const needsVariants = this.#counting || sort.endsWith('price') || this.#filtersVariants
    let total = 0
    table.leaves.forEach((leaf, number) => {
      const own = rows.subarray(starts[number]!, starts[number + 1]!)
      if (own.length > 0) total += this.#run(leaf, own, total, needsVariants)
    })
    const { hitRows } = scratch
    const keys = sortKeys(table, scratch, { sort, total, scored: parts.length > 0 })
    const isByRelevance = sort === 'relevance'
    if (isByRelevance) pinAndBury(table, keys, hitRows, query)
    const ordered = best(keys, page * perPage, {
      before: (a, b) => table.ids.before(hitRows[a]!, hitRows[b]!),
      ...(isByRelevance && {
        lowered: (key, hit) => (this.scan.isSoldOut(hitRows[hit]!) ? soldOutKey(key) : key),
      }),
    })
    return { total, rows: ordered.map((hit) => hitRows[hit]!), weakMatch }
  }

  /** Does the same for a query with only text: nothing is filtered or counted, so each product is read once. */
  textOnly(parts: Part[]): Found {
    const { table, scratch, query } = this
    const { page = 1, perPage = 24 } = query
    const { bits, weakMatch } = rowsWith(table, scratch.score, parts)
    const perLeaf = new Uint32Array(table.leaves.length)
    const rows = mostRelevant(
      table,
      { score: scratch.score, bits, size: page * perPage },
      { perLeaf, isSoldOut: (row) => this.scan.isSoldOut(row) },
    )
    table.leaves.forEach(({ path }, number) => {
      this.#tally.add('category', path, perLeaf[number]!)
    })
    return { total: perLeaf.reduce((sum, count) => sum + count, 0), rows, weakMatch }
  }

  /**
   * Writes the hits among the leaf's candidates to `scratch.hitRows` and `scratch.prices`, starting at `at`; returns
   * their number.
   */
  #run(leaf: Leaf, candidates: Uint32Array, at: number, needsVariants: boolean): number {
    const { table, scratch } = this
    const counting = this.#counting
    const own = this.#inside(leaf, candidates)
    const miss = scratch.miss.subarray(0, own.length).fill(0)
    const needsSlots = leaf.specs.size > 0 && (counting || this.#ofProduct.length > 0)
    const slots = gather(scratch.slots.subarray(0, needsSlots ? own.length : 0), table.perRow.slotOf, own)
    for (const { key, bit, passes } of this.#ofProduct) {
      const found = table.column(leaf, key)
      if (found) markMisses(miss, found.column.codes, found.by === 'row' ? own : slots, passes, bit)
      else markAll(miss, bit)
    }
    const found = needsVariants
      ? this.scan.run(own, miss, scratch.hits, scratch.prices.subarray(at))
      : withoutMiss(miss, scratch.hits)
    const hitRows = gather(scratch.hitRows.subarray(at, at + found), own, scratch.hits)
    this.#tally.add('category', leaf.path, found)
    if (counting) this.#count(leaf, { own, slots, miss, hitRows })
    return found
  }

  /** Returns the rows that pass the fixed filters, moved to the front in place. */
  #inside(leaf: Leaf, rows: Uint32Array): Uint32Array {
    return this.#within.reduce((own, { key, passes }) => {
      const found = this.table.column(leaf, key)
      if (!found) return own.subarray(0, 0)
      const { codes } = found.column
      const slotOf = found.by === 'slot' ? this.table.perRow.slotOf : undefined
      return own.subarray(0, keepPassing(own, codes, passes, slotOf))
    }, rows)
  }

  #count(leaf: Leaf, found: Record<'own' | 'slots' | 'miss' | 'hitRows', Uint32Array>) {
    const { own, slots, miss, hitRows } = found
    const { scratch } = this
    const all = slots.length === hitRows.length
    const hitSlots = all ? slots : gather(scratch.hitSlots.subarray(0, hitRows.length), slots, scratch.hits)
    const specKeys = Array.from(leaf.specs.keys(), (key) => `spec.${key}`)
    for (const key of [...FACT_KEYS, ...specKeys]) {
      const { column, by } = this.table.column(leaf, key)!
      const bit = this.#bitOf.get(key) ?? 0
      const counts = this.#tally.codes(key, column.dictionary)
      countCodes(counts, column.codes, by === 'row' ? hitRows : hitSlots)
      if (bit) countNear(counts, column.codes, by === 'row' ? own : slots, miss, bit)
    }
  }

  facets(): Record<string, Facet> {
    if (this.query.facets === false) return {}
    const { options, optionCounts, stock, bars, lowest, highest } = this.scan
    options.forEach(([name, value], option) => {
      this.#tally.add(`option.${name}`, value, optionCounts[option]!)
    })
    this.#tally.add('inStock', true, stock[1]!)
    this.#tally.add('inStock', false, stock[0]!)
    const facets = this.#tally.facets()
    if (lowest <= highest) facets.price = { histogram: nonEmpty(bars), min: lowest, max: highest }
    return facets
  }
}
