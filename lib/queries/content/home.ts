import { cacheLife, cacheTag } from 'next/cache'
import { tags, UNTIL_CHANGED } from '@/lib/cache'
import { type Home, home } from '@/lib/services/content/home'

/** Returns the content of the home page, except for the menu. */
export async function getHome(): Promise<Home> {
  'use cache'
  cacheLife(UNTIL_CHANGED)
  cacheTag(tags.everything, tags.home)
  return home()
}
