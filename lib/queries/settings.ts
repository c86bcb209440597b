import { cacheLife, cacheTag } from 'next/cache'
import { tags, UNTIL_CHANGED } from '@/lib/cache'
import { DEMO_SETTINGS, type Settings, settingsSchema } from '@/lib/contracts/settings'
import { ratesOn, type TaxClass } from '@/lib/domain/pricing/tax'
import type { Country } from '@/lib/domain/shipping/country'
import { shopDay } from '@/lib/domain/shipping/day'
import { readSettings } from '@/lib/services/settings'

/** The shop's settings as pages use them. `bank` is null until the shop has set its own account. */
export type PublishedSettings = Omit<Settings, 'bank'> & {
  bank: Settings['bank'] | null
  /** VAT rates (basis points) on the day on which the settings were read. */
  vat: Record<Country, Record<TaxClass, number>>
}

/**
 * Returns the settings as pages use them. A store that is not set up yet sells nothing; until it is, pages show the
 * terms of the demo shop, but never the demo shop's name or bank account.
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

/** Fills in missing terms from the demo shop, but not its identity, bank account or guarantee notice. */
export function withDemoTerms({ bank, ...known }: Partial<Settings>): PublishedSettings {
  const { bank: _, trader: __, guarantee: ___, ...demoTerms } = DEMO_SETTINGS
  const terms = { ...demoTerms, ...known }
  const { DE, AT, NL } = terms.tax
  const day = shopDay(new Date())
  return { ...terms, bank: bank ?? null, vat: { DE: ratesOn(DE, day), AT: ratesOn(AT, day), NL: ratesOn(NL, day) } }
}
