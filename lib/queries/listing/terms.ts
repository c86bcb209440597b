import { cacheLife, cacheTag } from 'next/cache'
import { tags, UNTIL_CHANGED } from '@/lib/cache'
import type { Settings } from '@/lib/contracts/settings'
import { ratesOn, type TaxClass } from '@/lib/domain/pricing/tax'
import { shopDay } from '@/lib/domain/shipping/day'
import { getSettings } from '@/lib/services/settings'

/** The terms of delivery and tax that pages show. */
export interface Terms {
  delivery: Settings['delivery']
  /** VAT rate of each class in basis points, in the country whose prices are shown. */
  vat: Record<TaxClass, number>
}

const COUNTRY = 'DE'

/**
 * Returns the delivery terms, and the VAT rates of the day on which the page is rendered. Pages are rendered anew every
 * day.
 */
export async function getTerms(): Promise<Terms> {
  'use cache'
  cacheLife(UNTIL_CHANGED)
  cacheTag(tags.everything, tags.settings)
  const { delivery, tax } = await getSettings()
  return { delivery, vat: ratesOn(tax[COUNTRY], shopDay(new Date())) }
}
