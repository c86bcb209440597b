import type { Spec, SpecValue } from '../catalog/specs'
import { own } from '../own'

/** The part of a product that similarity is computed from. */
export interface Likened {
  brand: string
  /** Minor units, of the cheapest variant. */
  price: number
  specs: Record<string, SpecValue>
  /** Key of an option → all values it comes in. */
  options: Record<string, readonly string[]>
}

// Specs that shoppers filter by matter more than those that are only in the table.
const WEIGHTS = { price: 2, brand: 0.5, filterable: 1, other: 0.4 }

/** Returns highest minus lowest of each numeric spec among these products, to normalize differences. */
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
 * Returns how different two products of one category are, from 0 (same) to 1. Numbers count by their difference relative
 * to the category's span, words and lists by shared values, prices by ratio. A spec that only one product has counts as
 * different; one that neither has is ignored.
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

/** Returns 1 minus the share of common values (Jaccard distance). */
function overlapGap<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const shared = [...a].filter((value) => b.has(value)).length
  const all = a.size + b.size - shared
  return all === 0 ? 0 : 1 - shared / all
}

const ratioGap = (a: number, b: number) => (a === b ? 0 : 1 - Math.min(a, b) / Math.max(a, b))
