'use client'

import type { RangeFacetView } from '@/lib/contracts/listing/listing'
import { type Range, withPrice, withRange } from '@/lib/domain/listing/listing'
import { useListing } from '../listing-client'
import { RangeFields } from './range-fields-client'
import { RangeSlider } from './range-slider-client'

/**
 * The filter for a range of numbers: a histogram, a slider with two handles, and two fields for exact bounds. The
 * handles stop at the edges of the bars and at round values within them.
 */
export function FacetRange({ facet }: { facet: RangeFacetView }) {
  const { state, go } = useListing()
  const { kind, key } = facet
  const range = (kind === 'price' ? state.price : state.ranges.get(key)) ?? {}
  const ask = (next: Range) => go(kind === 'price' ? withPrice(state, next) : withRange(state, key, next))
  return (
    <>
      <RangeSlider facet={facet} range={range} ask={ask} />
      <RangeFields facet={facet} range={range} ask={ask} />
    </>
  )
}
