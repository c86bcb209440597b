'use client'

import { Notice } from '@/components/ui/feedback/notice'
import { Button } from '@/components/ui/form/button'
import { Switch } from '@/components/ui/form/choice'
import { Link } from '@/components/ui/navigation/link'
import type { CategoryLink, FacetView } from '@/lib/contracts/listing/listing'
import {
  DEFAULT_SORT,
  isFull,
  isOpen,
  LISTING_LIMITS,
  type ListingState,
  withStock,
} from '@/lib/domain/listing/listing'
import { searchPairs } from '@/lib/domain/listing/listing-url'
import { numberText } from '@/lib/domain/locale'
import { useListing } from '../listing-client'
import { FacetRange } from './range-client'
import { FacetRating } from './rating-client'
import { FacetValues } from './values-client'

const OPEN_FACETS = 5

/**
 * All filters of a listing. With client-side scripts, every change applies at once; without them, the form has a
 * button.
 */
export function FilterForm({ withCategories, className }: { withCategories: boolean; className?: string }) {
  const { view, state, go } = useListing()
  return (
    <form action="/listing" className={className} aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      {keptPairs(state).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      {isFull(state) && <Notice tone="info">{`Only ${LISTING_LIMITS.values} filters work at once.`}</Notice>}
      {withCategories && view.children.length > 0 && <CategoryRows links={view.children} />}
      {view.facets.map((facet, index) => (
        <FacetBox key={facet.key} facet={facet} open={index < OPEN_FACETS || isActive(state, facet)} />
      ))}
      {(view.inStock > 0 || state.inStock) && (
        <div className="facet">
          <Switch
            className="font-semibold"
            name="stock"
            value="in"
            checked={state.inStock}
            onChange={(event) => go(withStock(state, event.target.checked))}
          >
            In stock only <span className="count">{numberText(view.inStock)}</span>
          </Switch>
        </div>
      )}
      <noscript>
        <Button type="submit" tone="accent" className="mt-4 w-full">
          Show results
        </Button>
      </noscript>
    </form>
  )
}

/** Returns the parts of the listing's address that have no field in the form, for its hidden fields. */
function keptPairs(state: ListingState): [string, string][] {
  const kept = ['in', 'collection', 'q', 'asked', 'left', 'show', ...(state.sort === DEFAULT_SORT ? [] : ['sort'])]
  return searchPairs(state).filter(([key]) => kept.includes(key))
}

function isActive(state: ListingState, { kind, key }: FacetView): boolean {
  if (kind === 'price') return !isOpen(state.price)
  if (kind === 'rating') return state.rating > 0
  return state.filters.has(key) || state.ranges.has(key)
}

function CategoryRows({ links }: { links: CategoryLink[] }) {
  return (
    <details className="facet" open>
      <summary>Where</summary>
      <ul className="pt-2">
        {links.map(({ path, name, href, count }) => (
          <li key={path} className="facet-row">
            <Link href={href} className="hover:underline">
              {name}
            </Link>
            <span className="count">{numberText(count)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function FacetBox({ facet, open }: { facet: FacetView; open: boolean }) {
  return (
    <details className="facet" open={open}>
      <summary>{facet.label}</summary>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would repeat the summary */}
      <div className="pt-2" role="group" aria-label={facet.label}>
        {facet.kind === 'values' && <FacetValues facet={facet} />}
        {facet.kind === 'rating' && <FacetRating facet={facet} />}
        {(facet.kind === 'range' || facet.kind === 'price') && <FacetRange facet={facet} />}
      </div>
    </details>
  )
}
