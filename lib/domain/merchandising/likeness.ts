import type { Spec, SpecValue } from '../catalog/specs'
import { own } from '../own'

/** The fields of a product from which similarity is computed. */
export interface Likened {
  brand: string
  /** Price of the cheapest variant in minor units. */
  price: number
  specs: Record<string, SpecValue>
  /** All values of each option, by key. */
  options: Record<string, readonly string[]>
}

// Specs that shoppers filter by matter more than specs that only appear in the table.
const WEIGHTS = { price: 2, brand: 0.5, filterable: 1, other: 0.4 }

/**
 * Returns the difference between the highest and the lowest value of each numeric spec, relative to which `distance`
 * measures differences.
 */
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
 * Returns how different two products of one category are, from 0 (same) to 1. Numbers are compared relative to their
 * span in `spans`, words and lists by the share of common values, prices by their ratio. A spec that only one product
 * has counts as different; a spec that neither has is ignored.
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

/** Returns the Jaccard distance: 1 minus the share of common values. */
function overlapGap<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const shared = [...a].filter((value) => b.has(value)).length
  const all = a.size + b.size - shared
  return all === 0 ? 0 : 1 - shared / all
}

const ratioGap = (a: number, b: number) => (a === b ? 0 : 1 - Math.min(a, b) / Math.max(a, b))
