import { cacheLife, cacheTag } from 'next/cache'
import { tags, UNTIL_CHANGED } from '@/lib/cache'
import { DEMO_SETTINGS, type Settings } from '@/lib/contracts/settings'
import { ratesOn, type TaxClass } from '@/lib/domain/pricing/tax'
import type { Country } from '@/lib/domain/shipping/country'
import { shopDay } from '@/lib/domain/shipping/day'
import { DomainError } from '@/lib/errors'
import { getSettings } from '@/lib/services/settings'

/** The settings, and the VAT rates (basis points) of the day on which they were read. */
export type PublishedSettings = Settings & { vat: Record<Country, Record<TaxClass, number>> }

/** What the help pages say. A store that is built before it is set up shows the demo shop's for a few minutes. */
export async function getPublishedSettings(): Promise<PublishedSettings> {
  'use cache'
  cacheTag(tags.everything, tags.settings)
  try {
    const settings = await getSettings()
    cacheLife(UNTIL_CHANGED)
    return withRates(settings)
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'unavailable')) throw error
    cacheLife('minutes')
    return withRates(DEMO_SETTINGS)
  }
}

function withRates(settings: Settings): PublishedSettings {
  const { DE, AT, NL } = settings.tax
  const day = shopDay(new Date())
  return { ...settings, vat: { DE: ratesOn(DE, day), AT: ratesOn(AT, day), NL: ratesOn(NL, day) } }
}
