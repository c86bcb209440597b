import { type RefObject, useEffect, useRef } from 'react'
import type { RangeFacetView } from '@/lib/contracts/listing/listing'
import type { Range } from '@/lib/domain/listing/listing'
import { numberText } from '@/lib/domain/locale'
import { amountText } from '@/lib/domain/pricing/money'

/** What both controls of a range get. `ask` requests the listing with another range. */
export interface RangeProps {
  facet: RangeFacetView
  range: Range
  ask: (range: Range) => void
}

/** Number of the facet's own units in one unit that shoppers read: prices are minor units. */
export const scaleOf = ({ kind }: RangeFacetView) => (kind === 'price' ? 100 : 1)

/** Formats a bound for shoppers, without its unit. */
export const textOf = ({ kind }: RangeFacetView, value: number) =>
  kind === 'price' ? amountText(value) : numberText(value)

export const rangeOf = (min: number | undefined, max: number | undefined): Range => ({
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
})

/**
 * Calls `commit` when a change is finished: the slider was released, a field was left, or Enter was pressed. React's
 * onChange would fire at every step.
 */
export function useCommit(box: RefObject<HTMLElement | null>, commit: () => void) {
  const latest = useRef(commit)
  useEffect(() => {
    latest.current = commit
  })
  useEffect(() => {
    const element = box.current
    const onCommit = () => latest.current()
    element?.addEventListener('change', onCommit)
    return () => element?.removeEventListener('change', onCommit)
  }, [box])
}
