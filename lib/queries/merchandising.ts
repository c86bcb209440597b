import { cacheLife, cacheTag } from 'next/cache'
import { tags, UNTIL_CHANGED } from '@/lib/cache'
import type { CollectionLink } from '@/lib/contracts/merchandising/collection'
import { listCollections } from '@/lib/services/merchandising/collections'

/**
 * Returns the collections that contain products. Their counts may be a day old, because only changes to a collection
 * expire them.
 */
export async function getCollections(): Promise<CollectionLink[]> {
  'use cache'
  cacheLife(UNTIL_CHANGED)
  cacheTag(tags.everything, tags.collections)
  return listCollections()
}
