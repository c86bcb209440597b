import { cacheLife, cacheTag } from 'next/cache'
import { tags, UNTIL_CHANGED } from '@/lib/cache'
import { DEMO_SETTINGS, type Settings, settingsSchema } from '@/lib/contracts/settings'
import { ratesOn, type TaxClass } from '@/lib/domain/pricing/tax'
import type { Country } from '@/lib/domain/shipping/country'
import { shopDay } from '@/lib/domain/shipping/day'
import { readSettings } from '@/lib/services/settings'

/** What pages say about the shop. `bank` is null while the shop has not named itself. */
export type PublishedSettings = Omit<Settings, 'bank'> & {
  bank: Settings['bank'] | null
  /** VAT rates (basis points) of the day on which the settings were read. */
  vat: Record<Country, Record<TaxClass, number>>
}

/**
 * Returns the settings for pages. A store that is not set up yet sells nothing, and for some minutes shows the demo
 * shop's terms; the demo shop's name and account are never shown in place of missing ones.
 */
export async function getPublishedSettings(): Promise<PublishedSettings> {
  'use cache'
  cacheTag(tags.everything, tags.settings)
  const settings = await readSettings()
  const isComplete = settingsSchema.safeParse(settings).success
  if (isComplete) cacheLife(UNTIL_CHANGED)
  else cacheLife('minutes')
  return withDemoTerms(settings)
}

/** Fills in the demo shop's terms, but not its identity, nor its stand-in for the notice of the guarantee. */
export function withDemoTerms({ bank, ...known }: Partial<Settings>): PublishedSettings {
  const { bank: _, trader: __, guarantee: ___, ...demoTerms } = DEMO_SETTINGS
  const terms = { ...demoTerms, ...known }
  const { DE, AT, NL } = terms.tax
  const day = shopDay(new Date())
  return { ...terms, bank: bank ?? null, vat: { DE: ratesOn(DE, day), AT: ratesOn(AT, day), NL: ratesOn(NL, day) } }
}
