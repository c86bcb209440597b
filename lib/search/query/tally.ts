import type { Dictionary } from '../index/columns'
import { barOf, EDGES, MAX_VALUES, nonEmpty } from '../index/histogram'
import type { Scalar } from '../indexed-product'
import type { Count, Facet } from '../search-query'

/** Counts products per facet value. Dictionary codes are replaced by values at the end. */
export class Tally {
  readonly #counts = new Map<string, Map<Scalar, number>>()
  readonly #codes = new Map<string, { dictionary: Dictionary; counts: Uint32Array }>()

  add(key: string, value: Scalar, count: number) {
    if (count === 0) return
    const counts = this.#counts.get(key) ?? new Map<Scalar, number>()
    this.#counts.set(key, counts.set(value, (counts.get(value) ?? 0) + count))
  }

  /** Returns the counts of a key, indexed by code, for the caller to increment. */
  codes(key: string, dictionary: Dictionary): Uint32Array {
    const known = this.#codes.get(key)
    if (known) return known.counts
    const counts = new Uint32Array(dictionary.values.length)
    this.#codes.set(key, { dictionary, counts })
    return counts
  }

  facets(): Record<string, Facet> {
    for (const [key, { dictionary, counts }] of this.#codes)
      dictionary.values.forEach((value, code) => {
        if (value === undefined || counts[code] === 0) return
        for (const item of Array.isArray(value) ? new Set(value) : [value]) this.add(key, item, counts[code]!)
      })
    return Object.fromEntries([...this.#counts].map(([key, counts]) => [key, facetOf(counts)]))
  }
}

function facetOf(counts: Map<Scalar, number>): Facet {
  let bars: Uint32Array | undefined
  let [min, max, different] = [Infinity, -Infinity, 0]
  for (const [value, count] of counts) {
    if (typeof value !== 'number') continue
    bars ??= new Uint32Array(EDGES.length)
    bars[barOf(value)]! += count
    min = Math.min(min, value)
    max = Math.max(max, value)
    different++
  }
  const values = () => [...counts].sort(mostFirst)
  if (!bars) return { values: values() }
  const histogram = { histogram: nonEmpty(bars), min, max }
  return different > MAX_VALUES ? histogram : { ...histogram, values: values() }
}

const mostFirst = ([a, m]: Count, [b, n]: Count) => n - m || (before(a, b) ? -1 : 1)

function before(a: Scalar, b: Scalar): boolean {
  return typeof a === typeof b ? a < b : typeof a < typeof b
}
