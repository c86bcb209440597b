import { ButtonLink } from '@/components/ui/button'
import { ActiveChip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import type { ListingView } from '@/lib/contracts/listing'
import { type ListingState, PER_PAGE, withPage } from '@/lib/domain/listing'
import { listingUrl, parseSearchParams } from '@/lib/domain/listing-url'
import { FilterBar } from './filter-bar-client'
import { FilterForm } from './filter-form-client'
import { Filters } from './filters'
import { SHEET } from './listing-memory'
import { Shelf } from './product-card'
import { SortForm } from './sort-form-client'

/** Filters beside the cards, what is active above them, pages below; on small screens the filters come in a sheet. */
export function ListingBody({
  view,
  noun,
  withCategories = false,
}: {
  view: ListingView
  /** What is listed: "laptops". */
  noun: string
  withCategories?: boolean
}) {
  const { href, total, page, pages, cards } = view
  if (view.outOf === 0)
    return (
      <div className="wrap">
        <NothingFound view={view} noun={noun} />
      </div>
    )
  const found = `${total.toLocaleString('en-IE')} ${noun}`
  const state = stateOf(view)
  const filters = <Filters view={view} withCategories={withCategories} />
  return (
    <>
      <div className="wrap">
        <div className="list group">
          <aside className="max-lg:hidden noscript:block" aria-label="Filters">
            <FilterForm id="side" href={href} className="border-t-3 border-line">
              {filters}
            </FilterForm>
          </aside>
          <section aria-label="Results" className="min-w-0 group-has-data-pending:opacity-60 transition-opacity">
            <ListBar view={view} />
            <p className="vh" role="status">
              {found}
            </p>
            {cards.length > 0 ? <Shelf cards={cards} beside eager={3} /> : <NothingFound view={view} noun={noun} />}
            {total > 0 && (
              <Pager
                page={page}
                pages={pages}
                href={(number) => listingUrl(withPage(state, number))}
                summary={`${(page - 1) * PER_PAGE + 1} to ${(page - 1) * PER_PAGE + cards.length} of ${total.toLocaleString('en-IE')}`}
              />
            )}
          </section>
        </div>
      </div>
      <FilterBar
        title={`Filter ${noun}`}
        showLabel={`Show ${found}`}
        active={view.chips.length}
        sorts={view.sorts}
        clearHref={view.clearHref}
      >
        <FilterForm id={SHEET} href={href}>
          {filters}
        </FilterForm>
      </FilterBar>
    </>
  )
}

const stateOf = ({ pairs, sorts }: ListingView): ListingState =>
  parseSearchParams({ ...Object.fromEntries(pairs), sort: sorts.find(({ selected }) => selected)?.key }).state

function ListBar({ view: { chips, clearHref, pairs, sorts } }: { view: ListingView }) {
  return (
    <div className="list-bar">
      {chips.length > 0 ? (
        <ul className="flex flex-wrap gap-2 items-center" aria-label="Active filters">
          {chips.map(({ label, href }) => (
            <li key={label}>
              <ActiveChip href={href}>{label}</ActiveChip>
            </li>
          ))}
          <li>
            <ButtonLink tone="quiet" size="sm" href={clearHref} scroll={false}>
              Clear all
            </ButtonLink>
          </li>
        </ul>
      ) : (
        <span />
      )}
      <SortForm pairs={pairs} sorts={sorts} />
    </div>
  )
}

function NothingFound({ view, noun }: { view: ListingView; noun: string }) {
  const isNarrowed = view.chips.length > 0
  return (
    <EmptyState
      title={isNarrowed ? 'Nothing fits all of that' : view.q ? `Nothing called “${view.q}”` : 'This shelf is empty'}
      text={
        isNarrowed
          ? `${view.outOf.toLocaleString('en-IE')} ${noun} are here without the filters.`
          : view.q
            ? 'Try fewer words, or another spelling.'
            : 'New things come in every week.'
      }
    >
      <ButtonLink tone="accent" href={isNarrowed ? view.clearHref : '/departments'} scroll={!isNarrowed}>
        {isNarrowed ? 'Clear filters' : 'All departments'}
      </ButtonLink>
    </EmptyState>
  )
}
