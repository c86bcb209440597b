import { cacheLife, cacheTag } from 'next/cache'
import { tags, UNTIL_CHANGED } from '@/lib/cache'
import type { CollectionLink } from '@/lib/contracts/merchandising/collection'
import { listCollections } from '@/lib/services/merchandising/collections'

/** The collections that hold something. The counts may lag by a day: nothing but a change of a collection expires them. */
export async function getCollections(): Promise<CollectionLink[]> {
  'use cache'
  cacheLife(UNTIL_CHANGED)
  cacheTag(tags.everything, tags.collections)
  return listCollections()
}
