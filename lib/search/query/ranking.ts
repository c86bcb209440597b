import type { Table } from '../index/table'
import type { Query } from '../search-query'
import type { Scratch } from './scratch'
import { Top } from './top'

/** Returns the sort key for relevance: ten bits of text score, 32 of popularity, nine of reviews. */
const relevance = (score: number, popularity: number, reviewScore: number) =>
  score * SCORE_STEP + popularity * 512 + reviewScore

const SCORE_STEP = 2 ** 41
const MAX_RELEVANCE = 2 ** 51

/**
 * Returns the sort key for relevance of a product that is sold out: below every product with the same text score. A
 * pinned product keeps its place.
 */
export const soldOutKey = (key: number) => (key > MAX_RELEVANCE ? key : key - SCORE_STEP)

/** Returns the most relevant rows in `bits`, best first, and counts the rows of each leaf in `perLeaf`. */
export function mostRelevant(
  table: Table,
  { score, bits, size }: { score: Uint16Array; bits: Uint32Array; size: number },
  { perLeaf, isSoldOut }: { perLeaf: Uint32Array; isSoldOut: (row: number) => boolean },
): number[] {
  const { popularity, reviewScore, leafOf } = table.perRow
  const top = new Top(size, (a, b) => table.ids.before(a, b))
  for (let i = 0; i < bits.length; i++)
    for (let rest = bits[i]!; rest !== 0; rest &= rest - 1) {
      const row = i * 32 + 31 - Math.clz32(rest & -rest)
      perLeaf[leafOf[row]!]!++
      const key = relevance(score[row]!, popularity[row]!, reviewScore[row]!)
      if (key < top.minKey) continue
      const own = isSoldOut(row) ? soldOutKey(key) : key
      if (own >= top.minKey) top.offer(row, own)
    }
  return top.items()
}

/** Returns the sort keys of the first `total` hits; the highest key ranks first. */
export function sortKeys(
  table: Table,
  scratch: Scratch,
  { sort, total, scored }: { sort: NonNullable<Query['sort']>; total: number; scored: boolean },
): Float64Array {
  const { popularity, createdAt, reviewScore } = table.perRow
  const { hitRows, prices, score } = scratch
  const keys = scratch.keys.subarray(0, total)
  const [, descending, specKey] = /^(-?)(spec\..*)$/s.exec(sort) ?? []
  if (specKey !== undefined) {
    const numbers = table.dictionary(specKey).numbers(descending ? 1 : -1)
    const columns = table.leaves.map((leaf) => table.column(leaf, specKey)?.column.codes)
    for (let i = 0; i < total; i++) {
      const codes = columns[table.perRow.leafOf[hitRows[i]!]!]
      keys[i] = codes ? numbers[codes[table.perRow.slotOf[hitRows[i]!]!]!]! : -Infinity
    }
  } else if (sort === 'discount') {
    const { codes, dictionary } = table.facts.discount
    const numbers = dictionary.numbers(1)
    for (let i = 0; i < total; i++) keys[i] = numbers[codes[hitRows[i]!]!]!
  } else if (sort === 'rating') {
    for (let i = 0; i < total; i++) keys[i] = reviewScore[hitRows[i]!]!
  } else if (sort === 'newest') {
    for (let i = 0; i < total; i++) keys[i] = createdAt[hitRows[i]!]!
  } else if (sort === 'price' || sort === '-price') {
    for (let i = 0; i < total; i++) keys[i] = sort === 'price' ? -prices[i]! : prices[i]!
  } else {
    for (let i = 0; i < total; i++) {
      const row = hitRows[i]!
      keys[i] = relevance(scored ? score[row]! : 0, popularity[row]!, reviewScore[row]!)
    }
  }
  return keys
}

const PINNED = 2 ** 52 // above any relevance
const BURIED = -(2 ** 52)

/**
 * Moves pinned products to the top in the given order, and buried ones to the end in rank order. A product that is both
 * counts as pinned.
 */
export function pinAndBury(
  table: Table,
  keys: Float64Array,
  hitRows: Uint32Array,
  { pinned = [], buried = [] }: Pick<Query, 'pinned' | 'buried'>,
) {
  const change = new Map<number, number>() // by row: its new key, or the (negative) amount to add to it
  for (const id of buried) change.set(table.ids.find(id) ?? -1, BURIED)
  for (const [place, id] of [...pinned.entries()].reverse()) change.set(table.ids.find(id) ?? -1, PINNED - place)
  if (change.size === 0) return
  const marks = new Uint32Array((table.rows + 31) >> 5) // a map lookup per hit would be too slow
  for (const row of change.keys()) if (row >= 0) marks[row >>> 5]! |= 1 << (row & 31)
  for (let i = 0; i < keys.length; i++) {
    const row = hitRows[i]!
    if (((marks[row >>> 5]! >>> (row & 31)) & 1) === 0) continue
    const to = change.get(row)!
    keys[i] = to < 0 ? keys[i]! + to : to
  }
}
