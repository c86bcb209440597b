import { z } from 'zod'
import { CURRENCY } from '@/lib/domain/locale'
import { TAX_CLASSES } from '@/lib/domain/pricing/tax'
import type { Country } from '@/lib/domain/shipping/country'
import { tidyLine } from '@/lib/domain/typed-text'
import { amountSchema, currencySchema, emailSchema, lineSchema, textSchema } from './common'

export const COUNTRIES = ['DE', 'AT', 'NL'] as const satisfies Country[]
export const countrySchema = z.enum(COUNTRIES)

/** A rate in basis points: 1900 is 19 %. */
const rateSchema = z.int().min(0).max(10_000)
/**
 * VAT rates, each with the day (YYYY-MM-DD) from which it applies; null means from the beginning. One rate must have
 * null, because every day needs a rate.
 */
const datedRatesSchema = z
  .array(z.object({ rate: rateSchema, from: z.iso.date().nullable() }))
  .max(50)
  .refine((rates) => rates.some(({ from }) => from === null), 'one rate must apply without a first day (from: null)')
const ratesSchema = z.record(z.enum(TAX_CLASSES), datedRatesSchema)

/** The merchant's settings. Each key is a row of the table Setting. */
export const settingsSchema = z.object({
  currency: currencySchema,
  /** VAT rates by country of delivery. Prices include VAT. */
  tax: z.record(countrySchema, ratesSchema),
  delivery: z.object({
    standard: z.object({ price: amountSchema, freeFrom: amountSchema, days: z.int().min(0) }),
    express: z.object({ price: amountSchema, days: z.int().min(0) }),
  }),
  bank: z.object({
    holder: lineSchema({ max: 100, missing: 'must not be empty' }),
    iban: z.string().transform(tidyLine).pipe(z.string().min(15)),
    bic: z.string().transform(tidyLine).pipe(z.string().min(8)),
  }),
  /** The seller, as named in the imprint and the instructions on withdrawal. */
  trader: z
    .object({
      name: lineSchema({ max: 200, missing: 'must not be empty' }),
      address: lineSchema({ max: 300, missing: 'must not be empty' }),
      email: emailSchema,
    })
    .optional(),
  /** How long orders keep names and addresses after their account was deleted, as tax law demands. */
  retention: z.object({ orderYears: z.int().min(0).max(30) }).optional(),
  /**
   * The EU's harmonised notice on the legal guarantee (Regulation (EU) 2025/1960); missing if the shop does not show
   * it.
   */
  guarantee: z
    .object({
      text: textSchema({ max: 2_000, missing: 'must not be empty' }),
      /** Path or URL of the notice's official picture, which must be shown unchanged. */
      file: z.string().max(500).optional(),
      url: z.url({ protocol: /^https$/ }),
    })
    .optional(),
})

export type Settings = z.infer<typeof settingsSchema>

const always = (rate: number) => [{ rate, from: null }]

/** Settings of the demo shop, as the seed writes them. */
export const DEMO_SETTINGS: Settings = {
  currency: CURRENCY,
  tax: {
    DE: { standard: always(1900), reduced: always(700), staple: always(700) },
    AT: {
      standard: always(2000),
      reduced: always(1000),
      staple: [...always(1000), { rate: 490, from: '2026-07-01' }],
    },
    NL: { standard: always(2100), reduced: always(900), staple: always(900) },
  },
  delivery: {
    standard: { price: 490, freeFrom: 6000, days: 3 },
    express: { price: 990, days: 1 },
  },
  bank: { holder: 'Nexus Demo GmbH', iban: 'DE02 1203 0000 0000 2020 51', bic: 'BYLADEM1001' },
  trader: {
    name: 'Nexus Demo GmbH',
    address: 'Musterstraße 1, 20099 Hamburg, Germany',
    email: 'help@nexus.example',
  },
  guarantee: {
    text: 'Stand-in for the official EU notice, which a shop shows here unchanged. In the EU you have a legal guarantee of at least two years: what is faulty or not as described is repaired or replaced free of charge, or you get a price reduction or your money back.',
    url: 'https://europa.eu/youreurope/citizens/consumers/shopping/guarantees/index_en.htm',
  },
}
