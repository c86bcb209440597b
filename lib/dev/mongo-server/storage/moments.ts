import { type Document, isDocument, keyOf } from './document'

/** An inclusive bound in milliseconds since 1970. */
export type Bound = { from: number } | { until: number }

/**
 * Returns a bound that the conditions set on dates in the field, or undefined. Documents without a date within it
 * cannot match, because MongoDB compares dates only with dates. Returns only one of two bounds, because different items
 * of an array may meet each of them.
 */
export function boundOf(
  conditions: [path: string, condition: unknown][],
  field: string | undefined,
): Bound | undefined {
  for (const [path, condition] of conditions)
    if (path === field && isDocument(condition)) {
      const from = firstDate(condition, ['$gte', '$gt'])
      if (from !== undefined) return { from }
      const until = firstDate(condition, ['$lte', '$lt'])
      if (until !== undefined) return { until }
    }
  return undefined
}

function firstDate(condition: Document, operators: string[]): number | undefined {
  return operators
    .map((operator) => condition[operator])
    .find((value) => value instanceof Date)
    ?.getTime()
}

/** The dates among the keys of an index, in ascending order. They are sorted on the first read after a change. */
export class SortedMoments {
  readonly #moments = new Set<number>()
  #sorted: number[] | undefined

  add(key: string): void {
    const moment = momentOf(key)
    if (moment === undefined) return
    this.#moments.add(moment)
    const last = this.#sorted?.at(-1)
    if (last !== undefined && moment > last)
      this.#sorted?.push(moment) // a newly added date is usually the latest
    else this.#sorted = undefined
  }

  delete(key: string): void {
    const moment = momentOf(key)
    if (moment !== undefined && this.#moments.delete(moment)) this.#sorted = undefined
  }

  /** Returns the keys within the bound. */
  within(bound: Bound): string[] {
    this.#sorted ??= [...this.#moments].sort((a, b) => a - b)
    const sorted = this.#sorted
    const moments =
      'from' in bound
        ? sorted.slice(firstAtLeast(sorted, bound.from))
        : sorted.slice(0, firstAtLeast(sorted, bound.until + 1))
    return moments.map((moment) => keyOf(new Date(moment)))
  }
}

/** Returns the position of the first value that is at least `least`, by binary search. */
function firstAtLeast(sorted: number[], least: number): number {
  let low = 0
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}

const momentOf = (key: string): number | undefined => (/^d-?\d+$/.test(key) ? Number(key.slice(1)) : undefined)
