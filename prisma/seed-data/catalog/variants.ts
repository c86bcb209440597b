import type { Variant } from '@/lib/contracts/catalog/product'
import { slugOf } from '@/lib/domain/catalog/slug'
import { shopPrice } from '../pricing/prices'
import type { Rng } from '../random'
import type { Axes, Axis } from './specs'

export const MAX_VARIANTS = 5

interface Choice {
  key: string
  value: string
  add: number
  times: number
}

function choicesOf(rng: Rng, key: string, { values, take, add = [], times = [] }: Axis): Choice[] {
  const count = Math.min(values.length, rng.int(take[0], take[1]))
  // If the option affects the price, higher values are rarer.
  const from = Math.floor(rng.next() ** (add.length + times.length > 0 ? 1.8 : 1) * (values.length - count + 1))
  return values
    .map((value, index) => ({ key, value, add: add[index] ?? 0, times: times[index] ?? 1 }))
    .slice(from, from + count)
}

/**
 * Returns at most five rows of the matrix of variants: the first row, and others that include every value if possible.
 */
function thinned(rng: Rng, matrix: Choice[][]): Choice[][] {
  const kept = new Set<number>([0])
  const isNew = (row: Choice[]) =>
    row.some(
      ({ key, value }) => ![...kept].some((index) => matrix[index]!.some((c) => c.key === key && c.value === value)),
    )
  for (const index of rng.shuffle(matrix.map((_, i) => i)))
    if (kept.size < MAX_VARIANTS && isNew(matrix[index]!)) kept.add(index)
  for (const index of rng.shuffle(matrix.map((_, i) => i))) if (kept.size < MAX_VARIANTS) kept.add(index)
  return matrix.filter((_, index) => kept.has(index))
}

export interface VariantPlan {
  /** Prefix of the variants' SKUs. */
  code: string
  axes: Axes
  /** Colours in order; listings show the first one. */
  colours: { label: string; src: string }[]
  /** Price in euros: `first` of the first variant, or `from` of the cheapest one. */
  price: { first: number } | { from: number }
}

/**
 * Returns one to five variants, whose options are consistent with each other and whose prices follow from the options.
 */
export function makeVariants(rng: Rng, { code, axes, colours, price }: VariantPlan): Variant[] {
  const columns = [
    ...(colours.length > 0 ? [colours.map(({ label }) => ({ key: 'colour', value: label, add: 0, times: 1 }))] : []),
    ...Object.entries(axes).map(([key, axis]) => choicesOf(rng, key, axis)),
  ]
  const matrix = columns.reduce<Choice[][]>(
    (rows, column) => rows.flatMap((row) => column.map((c) => [...row, c])),
    [[]],
  )
  const rows = thinned(rng, matrix)
  const added = (row: Choice[]) => row.reduce((sum, { add }) => sum + add, 0)
  const multiplied = (row: Choice[]) => row.reduce((product, { times }) => product * times, 1)
  const first = rows[0]!
  const base = 'first' in price ? (price.first - added(first)) / multiplied(first) : price.from
  return rows.map((row, index) => {
    const options = Object.fromEntries(row.map(({ key, value }) => [key, value]))
    const image = colours.find(({ label }) => label === options.colour)?.src
    const isGiven = 'first' in price && index === 0
    const amount = isGiven ? Math.round(price.first * 100) : shopPrice(base * multiplied(row) + added(row))
    const sku = [code, ...row.map(({ value }) => slugOf(value).replaceAll('-', '').toUpperCase())].join('-')
    return { sku, options, price: amount, ...(image && { image }) }
  })
}
