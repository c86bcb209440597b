import { ActiveChip } from '@/components/ui/chip'
import { Notice } from '@/components/ui/feedback/notice'
import type { ListingView } from '@/lib/contracts/listing/listing'
import { isColour } from '@/lib/domain/catalog/specs'
import { findUrl } from '@/lib/domain/listing/find-url'
import { DEFAULT_SORT, type ListingState, listingState } from '@/lib/domain/listing/listing'
import { listingUrl, parseListingUrl } from '@/lib/domain/listing/listing-url'
import { readQuery } from '@/lib/domain/listing/query-words'

/**
 * Says that a typed text was understood and how to have it otherwise: words that were left out, where it was looked, to be
 * taken off, and the words as they stand. Nothing where there was no such text.
 */
export function Meant({ view: { href, category } }: { view: Pick<ListingView, 'href' | 'category'> }) {
  const state = parseListingUrl(href)
  if (!state.asked) return null
  const chips = [
    // The department's word goes back into the text, or the search would be for anything at all.
    ...(category ? [{ label: `in ${category.name}`, href: findUrl(state.asked, ['category']) }] : []),
    ...(state.scope === 'all'
      ? []
      : [{ label: SCOPE_NAMES[state.scope], href: listingUrl(listingState({ ...state, scope: 'all' })) }]),
    ...(state.sort === 'price' && readQuery(state.asked).cheapFirst
      ? [{ label: 'cheapest first', href: listingUrl(listingState({ ...state, sort: DEFAULT_SORT })) }]
      : []),
  ]
  const names = namesIn(state)
  return (
    <div className="meant">
      {state.left.length > 0 && (
        <Notice tone="info" className="w-full">
          Nothing here is called {state.left.map((word) => `“${word}”`).join(' or ')}, so we left{' '}
          {state.left.length === 1 ? 'it' : 'them'} out.
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
        <a className="more" href={listingUrl(listingState({ q: state.asked }))}>
          “{state.asked}” as words
        </a>
        {names.map(({ kind, name }) => (
          <span key={kind}>
            , or {/* A plain link: what answers it leads on. */}
            <a className="more" href={findUrl(state.asked, [kind])}>
              {name} as a word
            </a>
          </span>
        ))}
        .
      </p>
    </div>
  )
}

const SCOPE_NAMES = { new: 'New', deals: 'Deals' }

/** What could be a word, where not all of the text is one name. */
function namesIn({ category, filters }: ListingState): { kind: string; name: string }[] {
  const names = [
    ...(category === null ? [] : [{ kind: 'category', name: 'the department' }]),
    ...(filters.has('brand') ? [{ kind: 'brand', name: 'the brand' }] : []),
    ...([...filters.keys()].some((key) => isColour({ key })) ? [{ kind: 'colour', name: 'the colour' }] : []),
  ]
  return names.length > 1 ? names.filter(({ kind }) => kind !== 'category') : []
}
