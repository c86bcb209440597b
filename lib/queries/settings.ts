import { cacheLife, cacheTag } from 'next/cache'
import { tags, UNTIL_CHANGED } from '@/lib/cache'
import { DEMO_SETTINGS, type Settings, settingsSchema } from '@/lib/contracts/settings'
import { ratesOn, type TaxClass } from '@/lib/domain/pricing/tax'
import type { Country } from '@/lib/domain/shipping/country'
import { shopDay } from '@/lib/domain/shipping/day'
import { readSettings } from '@/lib/services/settings'

/** The shop's settings for pages. `bank` is null until the shop has set its own account. */
export type PublishedSettings = Omit<Settings, 'bank'> & {
  bank: Settings['bank'] | null
  /** VAT rates (basis points) of the day on which the settings were read. */
  vat: Record<Country, Record<TaxClass, number>>
}

/**
 * Returns the settings for pages. A store that is not set up yet sells nothing and, for some minutes, shows the terms
 * of the demo shop. The demo shop's name and account never replace missing ones.
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

/** Adds missing terms from the demo shop, but not its identity, bank account or guarantee notice. */
export function withDemoTerms({ bank, ...known }: Partial<Settings>): PublishedSettings {
  const { bank: _, trader: __, guarantee: ___, ...demoTerms } = DEMO_SETTINGS
  const terms = { ...demoTerms, ...known }
  const { DE, AT, NL } = terms.tax
  const day = shopDay(new Date())
  return { ...terms, bank: bank ?? null, vat: { DE: ratesOn(DE, day), AT: ratesOn(AT, day), NL: ratesOn(NL, day) } }
}
