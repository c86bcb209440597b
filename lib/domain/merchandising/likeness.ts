import type { Spec, SpecValue } from '../catalog/specs'
import { own } from '../own'

/** What of a product says how like another it is. */
export interface Likened {
  brand: string
  /** Minor units, of its cheapest variant. */
  price: number
  specs: Record<string, SpecValue>
  /** Key of an option → all values that it comes in. */
  options: Record<string, readonly string[]>
}

// What shoppers filter by tells more than what only stands in the table.
const WEIGHTS = { price: 2, brand: 0.5, filterable: 1, other: 0.4 }

/** Highest minus lowest of each numeric spec among these products; what differences are measured against. */
export function spansOf(products: readonly Pick<Likened, 'specs'>[]): Map<string, number> {
  const bounds = new Map<string, [min: number, max: number]>()
  for (const { specs } of products)
    for (const [key, value] of Object.entries(specs)) {
      if (typeof value !== 'number') continue
      const [min, max] = bounds.get(key) ?? [value, value]
      bounds.set(key, [Math.min(min, value), Math.max(max, value)])
    }
  return new Map([...bounds].map(([key, [min, max]]) => [key, max - min]))
}

/**
 * How unlike two products of one category are: 0 for the same in everything, 1 for different in everything. Numbers count
 * by their distance on the span that the category covers, words and lists by what they share, prices by their ratio. What
 * neither has says nothing; what only one has is a difference.
 */
export function distance(a: Likened, b: Likened, schema: readonly Spec[], spans: ReadonlyMap<string, number>): number {
  let sum = WEIGHTS.price * ratioGap(a.price, b.price) + WEIGHTS.brand * Number(a.brand !== b.brand)
  let weights = WEIGHTS.price + WEIGHTS.brand
  for (const { key, level, filterable } of schema) {
    const [one, other] =
      level === 'variant' ? [own(a.options, key), own(b.options, key)] : [own(a.specs, key), own(b.specs, key)]
    if (one === undefined && other === undefined) continue
    const weight = filterable ? WEIGHTS.filterable : WEIGHTS.other
    sum += weight * valueGap(one, other, spans.get(key) ?? 0)
    weights += weight
  }
  return sum / weights
}

function valueGap(a: SpecValue | undefined, b: SpecValue | undefined, span: number): number {
  if (a === undefined || b === undefined) return 1
  if (typeof a === 'number' && typeof b === 'number')
    return a === b ? 0 : span > 0 ? Math.min(1, Math.abs(a - b) / span) : 1
  return overlapGap(new Set([a].flat()), new Set([b].flat()))
}

/** 1 minus the share of all values that both have (Jaccard). */
function overlapGap<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const shared = [...a].filter((value) => b.has(value)).length
  const all = a.size + b.size - shared
  return all === 0 ? 0 : 1 - shared / all
}

const ratioGap = (a: number, b: number) => (a === b ? 0 : 1 - Math.min(a, b) / Math.max(a, b))
