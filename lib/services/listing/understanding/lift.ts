import type { LooseListing } from '@/lib/domain/listing/listing'
import type { Filter } from '@/lib/search/search-query'
import type { Span } from './spans'
import type { ValueName } from './values'

/** Words that became filters, both as listing state and as index query. */
export interface Lift {
  change: LooseListing
  filters: Record<string, Filter>
  spans: readonly Span<unknown>[]
}

/** Marks the span of a size that the category does not have. */
export const UNSOLD = Symbol('unsold')

export const placesOf = ({ spans }: Lift): number[] => spans.flatMap(({ places }) => places)

/** Combines two interpretations. */
export const joined = (one: Lift, other: Lift): Lift => ({
  change: { ...one.change, ...other.change },
  filters: { ...one.filters, ...other.filters },
  spans: [...one.spans, ...other.spans],
})

/** Groups the values that words name by their filter. */
export function byFilter(spans: readonly Span<ValueName>[]): ValueName[][] {
  const groups = new Map<string, ValueName[]>()
  for (const { means } of spans) groups.set(means.filter.key, [...(groups.get(means.filter.key) ?? []), means])
  return [...groups.values()]
}

/** Returns the interpretation as the values of these filters. */
export const liftOf = (groups: readonly ValueName[][], spans: readonly Span<unknown>[]): Lift => ({
  change: { filters: groups.map((some) => [some[0]!.filter.key, some.map(({ slug }) => slug)] as const) },
  filters: Object.fromEntries(
    groups.map((some) => [some[0]!.filter.indexKey, [...new Set(some.map(({ value }) => value))]]),
  ),
  spans,
})
