'use client'

import clsx from 'clsx'
import { Radio } from '@/components/ui/form/choice'
import { Stars } from '@/components/ui/stars'
import type { RatingFacetView } from '@/lib/contracts/listing/listing'
import { withRating } from '@/lib/domain/listing/listing'
import { numberText } from '@/lib/domain/locale'
import { useListing } from '../listing-client'

/** The filter for a minimum rating: "4 and up", "3 and up" …, or any rating. */
export function FacetRating({ facet }: { facet: RatingFacetView }) {
  const { state, go } = useListing()
  return (
    <>
      {facet.options.map(({ stars, count }) => (
        <div key={stars} className={clsx('facet-row', count === 0 && 'is-none')}>
          <Radio
            name="rating"
            value={stars}
            checked={state.rating === stars}
            onChange={() => go(withRating(state, stars))}
          >
            <span className="flex items-center gap-1.5">
              <Stars average={stars} /> and up
            </span>
          </Radio>
          <span className="count">{numberText(count)}</span>
        </div>
      ))}
      <div className="facet-row">
        <Radio name="rating" value="" checked={state.rating === 0} onChange={() => go(withRating(state, 0))}>
          Any
        </Radio>
      </div>
    </>
  )
}
