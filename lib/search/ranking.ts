import type { Query } from './query'
import type { Scratch } from './scratch'
import type { Table } from './table'

/** What each of the first `total` hits ranks by: the highest first. */
export function sortKeys(
  table: Table,
  { hitRows, prices, score }: Scratch,
  { sort, total, scored }: { sort: NonNullable<Query['sort']>; total: number; scored: boolean },
): Float64Array {
  const { popularity, createdAt } = table.perRow
  const keys = new Float64Array(total)
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
  } else if (sort === 'newest') {
    for (let i = 0; i < total; i++) keys[i] = createdAt[hitRows[i]!]!
  } else if (sort === 'price' || sort === '-price') {
    for (let i = 0; i < total; i++) keys[i] = sort === 'price' ? -prices[i]! : prices[i]!
  } else {
    for (let i = 0; i < total; i++) keys[i] = (scored ? score[hitRows[i]!]! * 2 ** 32 : 0) + popularity[hitRows[i]!]!
  }
  return keys
}
