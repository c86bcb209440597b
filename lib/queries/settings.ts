import { cacheLife, cacheTag } from 'next/cache'
import { tags, UNTIL_CHANGED } from '@/lib/cache'
import { DEMO_SETTINGS, type Settings } from '@/lib/contracts/settings'
import { DomainError } from '@/lib/errors'
import { getSettings } from '@/lib/services/settings'

/** What the help pages say. A store that is built before it is set up shows the demo shop's for a few minutes. */
export async function getPublishedSettings(): Promise<Settings> {
  'use cache'
  cacheTag(tags.everything, tags.settings)
  try {
    const settings = await getSettings()
    cacheLife(UNTIL_CHANGED)
    return settings
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'unavailable')) throw error
    cacheLife('minutes')
    return DEMO_SETTINGS
  }
}
