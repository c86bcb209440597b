import { cacheLife, cacheTag, io } from 'next/cache'
import { cache } from 'react'
import { LATEST, tags, UNTIL_CHANGED } from '@/lib/cache'
import type { ListingView } from '@/lib/contracts/listing/listing'
import { type ListingState, listingState, withCategory } from '@/lib/domain/listing/listing'
import {
  type ListingNotice,
  listingUrl,
  type ParsedListing,
  parseListingUrl,
  parsePathSegments,
  parseSearchParams,
  type SearchParams,
} from '@/lib/domain/listing/listing-url'
import { movedListing } from '@/lib/services/listing/moved'
import { listing } from '@/lib/services/listing/search'
import { ShortMemory } from '@/lib/services/short-memory'

// A listing is hundreds of small objects. As one text it is out of the cache sooner, and can be passed on as it is.
export interface WrittenListing {
  /** A ListingView. */
  json: string
  /** What the address said that the listing does not know. */
  unknown: string[]
}

/** A page of a listing; null where its category does not exist. */
export const getListing = (state: ListingState): Promise<ListingView | null> => readListing(listingUrl(state))

/** What stands at an address: a page of a listing, or the address under which it is found by now; null for nothing. */
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

// Each request reads it once.
const readListing = cache(async (href: string): Promise<ListingView | null> => {
  const state = parseListingUrl(href)
  const written = isOfText(state) ? await getWrittenListing(state) : await cachedListing(href)
  return written && JSON.parse(written.json)
})

/** The same for who only passes it on: a second old at most, so nothing for pages that are kept until something changes. */
export async function getWrittenListing(state: ListingState): Promise<WrittenListing | null> {
  await io() // how old an answer is depends on the time, which no page that is made ahead may ask for
  const href = listingUrl(state)
  return latest.get(href, () => (isOfText(state) ? written(state) : cachedListing(href)))
}

const isOfText = ({ q, asked }: ListingState) => q !== '' || asked !== ''

/** Returns the listing of everything new, or of everything on sale. */
export const getScopeListing = (scope: 'new' | 'deals'): Promise<ListingView | null> =>
  getListing(listingState({ scope }))

/** Returns the listing that a path below `/c` or `/collections` names; null for what is no path of a listing. */
export async function getPathListing(segments: string[], root: 'in' | 'collection'): Promise<ListingView | null> {
  const parsed = parsePathSegments(segments, root)
  return parsed && getListing(parsed.state)
}

/** Returns the listing of the parameters of `/search`, and what of them was left out. */
export const searchListing = (params: SearchParams) => nearestListing(parseSearchParams(params))

/** The listing that is asked for; without the category, then the collection, that does not exist. */
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
  throw new Error('The whole shop cannot be listed')
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
