import { ActiveChip } from '@/components/ui/chip'
import { Notice } from '@/components/ui/feedback/notice'
import { Link } from '@/components/ui/navigation/link'
import type { ListingView } from '@/lib/contracts/listing/listing'
import { isColour } from '@/lib/domain/catalog/specs'
import { findUrl } from '@/lib/domain/listing/find-url'
import { ignoredTermsOf } from '@/lib/domain/listing/ignored-terms'
import { DEFAULT_SORT, type ListingState, listingState } from '@/lib/domain/listing/listing'
import { listingUrl, parseListingUrl } from '@/lib/domain/listing/listing-url'
import { bareText, isExcluded, readQuery, textOf } from '@/lib/domain/listing/query-words'

/**
 * Shows how a query was interpreted: guesses, ignored words, filters that can be removed, and a search for the plain
 * words. Hidden if there is nothing to say.
 */
export function InterpretedFilters({
  view,
}: {
  view: Pick<ListingView, 'href' | 'category' | 'q' | 'weakMatch' | 'total' | 'helpPages'>
}) {
  const { href, category, q, weakMatch } = view
  const state = parseListingUrl(href)
  const weak = weakMatch && (
    <Notice tone="info" className="w-full">
      Nothing here is called “{state.originalQuery || q}”. These{' '}
      {weakMatch === 'details' ? 'have it in their details' : 'mention it'}.
    </Notice>
  )
  if (!state.originalQuery)
    return (
      (weak || view.helpPages.length > 0) && (
        <div className="meant">
          {weak}
          <HelpLinks pages={view.helpPages} />
        </div>
      )
    )
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
    ...exclusionsIn(state),
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
      {view.total > 0 && <Ignored state={state} />}
      <HelpLinks pages={view.helpPages} />
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

/** Says which words were ignored, and why. */
function Ignored({ state }: { state: ListingState }) {
  const { unsaid, sizes, others } = ignoredTermsOf(state)
  const texts = [
    ...(unsaid.length > 0 ? [`Nothing here says whether it is free of ${quoted(unsaid, 'or')}.`] : []),
    ...(sizes.length > 0 ? [`We have no ${quoted(sizes, 'and')} here. These come in other sizes.`] : []),
    ...(others.length > 0 ? [`Nothing here matches all of it, so we left out ${quoted(others, 'and')}.`] : []),
  ]
  if (texts.length === 0) return null
  return (
    <Notice tone="info" className="w-full">
      {texts.join(' ')}
    </Notice>
  )
}

const quoted = (words: readonly string[], and: string) => words.map((word) => `“${word}”`).join(` ${and} `)

/** Links to the help pages that answer a question. */
function HelpLinks({ pages }: { pages: ListingView['helpPages'] }) {
  if (pages.length === 0) return null
  return (
    <Notice tone="info" className="w-full">
      A question? See{' '}
      {pages.map(({ name, href }, index) => (
        <span key={href}>
          {index > 0 && ' or '}
          <Link className="more" href={href}>
            {name}
          </Link>
        </span>
      ))}
      .
    </Notice>
  )
}

/** Returns a chip for each word that the query excludes, which takes the exclusion away. */
function exclusionsIn(state: ListingState): { label: string; href: string }[] {
  const { words } = readQuery(state.q)
  return words.filter(isExcluded).map((excluded) => ({
    label: `without ${bareText(excluded)}`,
    href: listingUrl(listingState({ ...state, q: textOf(words.filter((word) => word !== excluded)) })),
  }))
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
