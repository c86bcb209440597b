import { cacheLife, cacheTag } from 'next/cache'
import { tags, UNTIL_CHANGED } from '@/lib/cache'
import type { ListingView } from '@/lib/contracts/listing'
import type { ListingState } from '@/lib/domain/listing'
import { listing } from '@/lib/services/search'

/** A page of a listing; null where its category does not exist. */
export async function getListing(state: ListingState): Promise<ListingView | null> {
  'use cache'
  cacheLife(UNTIL_CHANGED)
  cacheTag(tags.everything)
  cacheTag(state.category === null ? tags.all : tags.listing(state.category))
  const view = await listing(state)
  if (!view) cacheTag(tags.absent)
  return view
}
