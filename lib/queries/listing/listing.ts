import { cacheLife, cacheTag, io } from 'next/cache'
import { cache } from 'react'
import { LATEST, tags, UNTIL_CHANGED } from '@/lib/cache'
import type { ListingView } from '@/lib/contracts/listing/listing'
import { type ListingState, listingState, withCategory } from '@/lib/domain/listing/listing'
import type { ListingNotice, ParsedListing } from '@/lib/domain/listing/listing-draft'
import {
  listingUrl,
  parseListingUrl,
  parsePathSegments,
  parseSearchParams,
  type SearchParams,
} from '@/lib/domain/listing/listing-url'
import { movedListing } from '@/lib/services/listing/moved'
import { listing } from '@/lib/services/listing/search'
import { ShortMemory } from '@/lib/services/short-memory'

// A listing as JSON text. The cache reads one string faster than hundreds of objects, and it can be sent unchanged.
export interface WrittenListing {
  /** A ListingView as JSON. */
  json: string
  /** Parts of the address that the shop does not know. */
  unknown: string[]
}

/** Returns a page of a listing; null if its category or collection does not exist. */
export const getListing = (state: ListingState): Promise<ListingView | null> => readListing(listingUrl(state))

/**
 * Returns a page of a listing or, if its category or collection has moved, the new address; null if there is neither.
 */
export async function getListingAt(state: ListingState): Promise<{ view: ListingView } | { movedTo: string } | null> {
  const view = await getListing(state)
  if (view) return { view }
  const movedTo = await movedAddress(listingUrl(state))
  return movedTo === null ? null : { movedTo }
}

async function movedAddress(href: string): Promise<string | null> {
  'use cache'
  cacheLife(UNTIL_CHANGED)
  cacheTag(tags.everything, tags.absent)
  const moved = await movedListing(parseListingUrl(href))
  return moved && listingUrl(moved)
}

// Wrapped in `cache`, so that a request reads the same listing only once.
const readListing = cache(async (href: string): Promise<ListingView | null> => {
  const state = parseListingUrl(href)
  const written = isOfText(state) ? await getWrittenListing(state) : await cachedListing(href)
  return written && JSON.parse(written.json)
})

/** Returns a listing as JSON text, at most a second old, for JSON endpoints. Not for static pages. */
export async function getWrittenListing(state: ListingState): Promise<WrittenListing | null> {
  await io() // Needed because a cache entry's age depends on the current time, which static rendering must not read.
  const href = listingUrl(state)
  return latest.get(href, () => (isOfText(state) ? written(state) : cachedListing(href)))
}

const isOfText = ({ q, originalQuery }: ListingState) => q !== '' || originalQuery !== ''

/** Returns the listing of all new or all reduced products. */
export const getScopeListing = (scope: 'new' | 'deals'): Promise<ListingView | null> =>
  getListing(listingState({ scope }))

/**
 * Returns the listing of a path below `/c` or `/collections`; null if the path is invalid or its listing does not
 * exist.
 */
export async function getPathListing(segments: string[], root: 'in' | 'collection'): Promise<ListingView | null> {
  const parsed = parsePathSegments(segments, root)
  return parsed && getListing(parsed.state)
}

/** Returns the listing for the parameters of `/search`, and notices of the parts that were ignored. */
export const searchListing = (params: SearchParams) => nearestListing(parseSearchParams(params))

/** Returns the requested listing. Leaves out its category or collection if that does not exist, and adds a notice. */
async function nearestListing({
  state,
  notices,
}: ParsedListing): Promise<{ view: ListingView; notices: ListingNotice[] }> {
  const view = await getListing(state)
  if (view) return { view, notices }
  const moved = await movedListing(state)
  if (moved) return nearestListing({ state: moved, notices })
  const without = (next: ListingState, key: string) =>
    nearestListing({ state: next, notices: [...notices, { type: 'unknown', key }] })
  if (state.category !== null) return without(withCategory(state, null), `in=${state.category}`)
  if (state.collection !== null)
    return without(listingState({ ...state, collection: null }), `collection=${state.collection}`)
  throw new Error('The whole shop has no listing')
}

const latest = new ShortMemory<WrittenListing | null>({ forMs: LATEST.seconds * 1000, max: LATEST.listings })

async function written(state: ListingState): Promise<WrittenListing | null> {
  const view = await listing(state)
  return view && { json: JSON.stringify(view), unknown: view.unknown }
}

async function cachedListing(href: string): Promise<WrittenListing | null> {
  'use cache'
  const state = parseListingUrl(href)
  cacheLife(UNTIL_CHANGED)
  cacheTag(tags.everything, tagOf(state))
  const answer = await written(state)
  if (!answer || answer.unknown.length > 0) cacheTag(tags.absent)
  return answer
}

function tagOf({ collection, category }: ListingState): string {
  if (collection !== null) return tags.collection(collection)
  return category === null ? tags.all : tags.listing(category)
}
