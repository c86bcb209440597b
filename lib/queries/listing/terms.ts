import { cacheLife, cacheTag } from 'next/cache'
import { tags, UNTIL_CHANGED } from '@/lib/cache'
import type { Settings } from '@/lib/contracts/settings'
import { getSettings } from '@/lib/services/settings'

/** What pages say of delivery and tax: the merchant's settings without the bank account. */
export async function getTerms(): Promise<Pick<Settings, 'delivery' | 'tax'>> {
  'use cache'
  cacheLife(UNTIL_CHANGED)
  cacheTag(tags.everything, tags.settings)
  const { delivery, tax } = await getSettings()
  return { delivery, tax }
}
