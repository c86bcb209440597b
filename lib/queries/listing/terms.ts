import { cacheLife, cacheTag } from 'next/cache'
import { tags, UNTIL_CHANGED } from '@/lib/cache'
import type { Settings } from '@/lib/contracts/settings'
import { ratesOn, type TaxClass } from '@/lib/domain/pricing/tax'
import { shopDay } from '@/lib/domain/shipping/day'
import { getSettings } from '@/lib/services/settings'

/** Delivery and tax terms that pages show. */
export interface Terms {
  delivery: Settings['delivery']
  /** VAT of the country whose prices are shown, by class, in basis points. */
  vat: Record<TaxClass, number>
}

const COUNTRY = 'DE'

/** Returns the delivery and tax terms of the day on which the page is rendered. Pages are rendered again daily. */
export async function getTerms(): Promise<Terms> {
  'use cache'
  cacheLife(UNTIL_CHANGED)
  cacheTag(tags.everything, tags.settings)
  const { delivery, tax } = await getSettings()
  return { delivery, vat: ratesOn(tax[COUNTRY], shopDay(new Date())) }
}
