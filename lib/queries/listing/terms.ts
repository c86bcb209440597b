import { cacheLife, cacheTag } from 'next/cache'
import { tags, UNTIL_CHANGED } from '@/lib/cache'
import type { Settings } from '@/lib/contracts/settings'
import { ratesOn, type TaxClass } from '@/lib/domain/pricing/tax'
import { shopDay } from '@/lib/domain/shipping/day'
import { getSettings } from '@/lib/services/settings'

/** What pages say of delivery and tax. */
export interface Terms {
  delivery: Settings['delivery']
  /** VAT in the country that prices are shown for, by class, in basis points. */
  vat: Record<TaxClass, number>
}

const COUNTRY = 'DE'

/** Returns what pages say of delivery and tax, of the day on which it was read. Pages are rendered anew each day. */
export async function getTerms(): Promise<Terms> {
  'use cache'
  cacheLife(UNTIL_CHANGED)
  cacheTag(tags.everything, tags.settings)
  const { delivery, tax } = await getSettings()
  return { delivery, vat: ratesOn(tax[COUNTRY], shopDay(new Date())) }
}
