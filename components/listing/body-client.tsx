'use client'

import { NothingCalled } from '@/components/listing/search/nothing-found'
import { EmptyState } from '@/components/ui/feedback/empty-state'
import { Notice } from '@/components/ui/feedback/notice'
import { Button, ButtonLink, buttonClass } from '@/components/ui/form/button'
import { Icon } from '@/components/ui/icon'
import { closeIcon } from '@/components/ui/icons'
import { Pager } from '@/components/ui/navigation/pager'
import { ignoredTermsOf } from '@/lib/domain/listing/ignored-terms'
import { activeFilters, cleared, PER_PAGE, without, withPage } from '@/lib/domain/listing/listing'
import { listingUrl } from '@/lib/domain/listing/listing-url'
import { numberText } from '@/lib/domain/locale'
import { ProductGrid } from '../catalog/product-card'
import { FilterBar } from './facets/filter-bar-client'
import { FilterForm } from './facets/filter-form-client'
import { ListingLink, useListing } from './listing-client'
import { SortForm } from './sort-form-client'

const number = (count: number) => numberText(count)

/**
 * The cards of a listing, with filters beside them, active filters above and pagination below. On small screens, the
 * filters are in a sheet.
 */
export function ListingBody({ withCategories }: { withCategories: 'always' | 'narrowed' }) {
  const { view, state, noun, isPending, follow } = useListing()
  if (view.outOf === 0)
    return (
      <div className="wrap">
        <NothingFound />
      </div>
    )
  const { total, page, cards } = view
  const isNarrowed = activeFilters(state) > 0 || state.page > 1
  const offersCategories = withCategories === 'always' || isNarrowed
  const first = (page - 1) * PER_PAGE
  return (
    <>
      <div className="wrap">
        <div className="list">
          <aside className="max-lg:hidden noscript:block" aria-label="Filters">
            <FilterForm withCategories={offersCategories} className="border-t-3 border-line" />
          </aside>
          <section
            aria-label="Results"
            aria-busy={isPending || undefined}
            className="min-w-0 aria-busy:opacity-60 transition-opacity"
          >
            <ListBar />
            <Failure />
            <p className="vh" role="status">
              {`${number(total)} ${noun}`}
            </p>
            {cards.length > 0 ? <ProductGrid cards={cards} beside eager={3} /> : <NothingFound />}
            {total > 0 && (
              <Pager
                page={page}
                pages={view.pages}
                href={(number) => listingUrl(withPage(state, number))}
                onTurn={(number, event) => follow(event, withPage(state, number), true)}
                summary={`${first + 1} to ${first + cards.length} of ${number(total)}`}
              />
            )}
          </section>
        </div>
      </div>
      <FilterBar>
        <FilterForm withCategories={offersCategories} />
      </FilterBar>
    </>
  )
}

function ListBar() {
  const { view, state } = useListing()
  // Hides a removed chip at once, before the new listing arrives.
  const chips = view.chips.filter((chip) => without(state, chip) !== state)
  return (
    <div className="list-bar">
      {chips.length > 0 ? (
        <ul className="flex flex-wrap gap-2 items-center" aria-label="Active filters">
          {chips.map((chip) => (
            <li key={chip.label}>
              <ListingLink className="chip is-on" to={without(state, chip)} label={`Remove filter ${chip.label}`}>
                {chip.label} <Icon d={closeIcon} />
              </ListingLink>
            </li>
          ))}
          <li>
            <ListingLink className={buttonClass({ tone: 'quiet', size: 'sm' })} to={cleared(state)}>
              Clear all
            </ListingLink>
          </li>
        </ul>
      ) : (
        <span />
      )}
      <SortForm />
    </div>
  )
}

function Failure() {
  const { isFailed, retry } = useListing()
  if (!isFailed) return null
  return (
    <Notice tone="danger" className="mb-4">
      These products could not be loaded.{' '}
      <Button size="sm" onClick={retry}>
        Try again
      </Button>
    </Notice>
  )
}

function NothingFound() {
  const { view, state, noun } = useListing()
  if (activeFilters(state) > 0 && !view.help)
    return (
      <EmptyState
        title="Nothing matches all filters"
        text={`${number(view.outOf)} ${noun} are here without the filters.`}
      >
        <ListingLink className={buttonClass({ tone: 'accent' })} to={cleared(state)}>
          Clear filters
        </ListingLink>
      </EmptyState>
    )
  if (view.help)
    return <NothingCalled text={state.originalQuery || view.q} unsaid={ignoredTermsOf(state).unsaid} help={view.help} />
  return (
    <EmptyState title="This shelf is empty" text="New things come in every week.">
      <ButtonLink tone="accent" href="/departments">
        All departments
      </ButtonLink>
    </EmptyState>
  )
}
