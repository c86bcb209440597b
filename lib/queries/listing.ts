import { cacheLife, cacheTag } from 'next/cache'
import { cache } from 'react'
import { FREE_TEXT, tags, UNTIL_CHANGED } from '@/lib/cache'
import type { ListingView } from '@/lib/contracts/listing'
import type { ListingState } from '@/lib/domain/listing'
import { listingUrl, parseListingUrl } from '@/lib/domain/listing-url'
import { listing } from '@/lib/services/search'
import { ShortMemory } from './short-memory'

/** A page of a listing; null where its category does not exist. */
export const getListing = (state: ListingState): Promise<ListingView | null> => readListing(listingUrl(state))

// A listing is hundreds of small objects. As one text it is out of the cache sooner; and each request reads it once.
const readListing = cache(async (href: string): Promise<ListingView | null> => {
  const state = parseListingUrl(href)
  return JSON.parse(
    await (state.q === '' && state.asked === '' ? cachedListing(href) : searched.get(href, () => textOf(state))),
  )
})

const searched = new ShortMemory<string>({ forMs: FREE_TEXT.seconds * 1000, most: FREE_TEXT.listings })
const textOf = async (state: ListingState) => JSON.stringify(await listing(state))

async function cachedListing(href: string): Promise<string> {
  'use cache'
  const state = parseListingUrl(href)
  cacheLife(UNTIL_CHANGED)
  cacheTag(tags.everything, tagOf(state))
  const view = await listing(state)
  if (!view) cacheTag(tags.absent)
  return JSON.stringify(view)
}

function tagOf({ collection, category }: ListingState): string {
  if (collection !== null) return tags.collection(collection)
  return category === null ? tags.all : tags.listing(category)
}
