import { ActiveChip } from '@/components/ui/chip'
import { Notice } from '@/components/ui/feedback/notice'
import type { ListingView } from '@/lib/contracts/listing/listing'
import { isColour } from '@/lib/domain/catalog/specs'
import { findUrl } from '@/lib/domain/listing/find-url'
import { DEFAULT_SORT, type ListingState, listingState } from '@/lib/domain/listing/listing'
import { listingUrl, parseListingUrl } from '@/lib/domain/listing/listing-url'
import { readQuery } from '@/lib/domain/listing/query-words'

/**
 * Shows how a query was interpreted: guesses, ignored words, filters that can be removed, and a search for the plain
 * words. Hidden if there is nothing to say.
 */
export function InterpretedFilters({
  view: { href, category, q, weakMatch },
}: {
  view: Pick<ListingView, 'href' | 'category' | 'q' | 'weakMatch'>
}) {
  const state = parseListingUrl(href)
  const weak = weakMatch && (
    <Notice tone="info" className="w-full">
      Nothing here is called “{q}”. These {weakMatch === 'details' ? 'have it in their details' : 'mention it'}.
    </Notice>
  )
  if (!state.originalQuery) return weak && <div className="meant">{weak}</div>
  const { sort } = readQuery(state.originalQuery)
  const chips = [
    // Without the category, its name must become a word of the query again; otherwise the query could match everything.
    ...(category ? [{ label: `in ${category.name}`, href: findUrl(state.originalQuery, ['category']) }] : []),
    ...(state.scope === 'all'
      ? []
      : [{ label: SCOPE_NAMES[state.scope], href: listingUrl(listingState({ ...state, scope: 'all' })) }]),
    ...(sort !== null && state.sort === sort
      ? [{ label: SORT_NAMES[sort], href: listingUrl(listingState({ ...state, sort: DEFAULT_SORT })) }]
      : []),
  ]
  const names = namesIn(state)
  return (
    <div className="meant">
      {weak}
      {state.respelledQuery && (
        <Notice tone="info" className="w-full">
          No “{state.originalQuery}” here. Showing results for “{state.respelledQuery}”.
        </Notice>
      )}
      {state.ignoredTerms.length > 0 && (
        <Notice tone="info" className="w-full">
          Nothing here matches all of it, so we left out {state.ignoredTerms.map((word) => `“${word}”`).join(' and ')}.
        </Notice>
      )}
      {chips.length > 0 && (
        <ul className="flex flex-wrap gap-2" aria-label="Where we looked">
          {chips.map((chip) => (
            <li key={chip.label}>
              <ActiveChip href={chip.href}>{chip.label}</ActiveChip>
            </li>
          ))}
        </ul>
      )}
      <p className="min-w-0 wrap-anywhere">
        Not what you meant? Search for{' '}
        <a
          className="more"
          href={listingUrl(listingState({ q: state.originalQuery, originalQuery: state.originalQuery }))}
        >
          “{state.originalQuery}” as words
        </a>
        {names.map(({ kind, name }) => (
          <span key={kind}>
            , or {/* Not a Next.js link, because a route handler answers with a redirect. */}
            <a className="more" href={findUrl(state.originalQuery, [kind])}>
              {name} as a word
            </a>
          </span>
        ))}
        .
      </p>
    </div>
  )
}

const SORT_NAMES = { price: 'cheapest first', '-price': 'dearest first', rating: 'best rated first' }
const SCOPE_NAMES = { new: 'New', deals: 'Deals' }

/**
 * Returns the brand and the colour in the query, each of which the shopper may have meant as a plain word. Empty if the
 * query contains only one name, because searching for the whole query as words does the same.
 */
function namesIn({ category, filters }: ListingState): { kind: string; name: string }[] {
  const names = [
    ...(category === null ? [] : [{ kind: 'category', name: 'the department' }]),
    ...(filters.has('brand') ? [{ kind: 'brand', name: 'the brand' }] : []),
    ...([...filters.keys()].some((key) => isColour({ key })) ? [{ kind: 'colour', name: 'the colour' }] : []),
  ]
  return names.length > 1 ? names.filter(({ kind }) => kind !== 'category') : []
}
