import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { checkoutFormSchema } from './checkout/form'
import { emailSchema, quantityFieldSchema } from './common'
import { suggestQuerySchema } from './listing/listing'
import { collectionInputSchema } from './merchandising/collection'
import { merchandisingScopeSchema } from './merchandising/merchandising'
import { synonymSchema } from './merchandising/synonym'
import { orderNumberSchema } from './orders'
import { reviewFormSchema } from './reviews'
import { DEMO_SETTINGS, settingsSchema } from './settings'

const checkout = {
  email: 'ines@example.com',
  firstName: 'Ines',
  lastName: '',
  street: 'Lange Reihe 28',
  postcode: '20099',
  city: 'Hamburg',
  country: 'DE',
  deliveryMethod: 'STANDARD',
  paymentMethod: 'ON_DELIVERY',
  idempotencyKey: '6311bb56-0f1d-4f4d-915b-1a10428c82e3',
  'total-STANDARD': '100',
}
const review = { rating: '4', title: 'Bright', text: 'I read by it.', author: 'Ines H.' }
const collection = { slug: 'new', name: 'New', description: 'x', tint: 'sky', order: 0, status: 'draft', products: [] }

/**
 * Every field for typed text: its name, its schema, the schema's input for a text, and whether the text may be empty.
 */
const TYPED: [what: string, schema: z.ZodType, input: (text: string) => unknown, may?: 'be empty'][] = [
  ...(['street', 'city'] as const).map((name): (typeof TYPED)[number] => [
    `checkout ${name}`,
    checkoutFormSchema,
    (text) => ({ ...checkout, [name]: text }),
  ]),
  ['checkout first name', checkoutFormSchema, (text) => ({ ...checkout, firstName: text })],
  ['checkout last name', checkoutFormSchema, (text) => ({ ...checkout, firstName: '', lastName: text })],
  ['checkout second line', checkoutFormSchema, (text) => ({ ...checkout, extra: text }), 'be empty'],
  ...(['title', 'text', 'author'] as const).map((name): (typeof TYPED)[number] => [
    `review ${name}`,
    reviewFormSchema,
    (text) => ({ ...review, [name]: text }),
  ]),
  ['search field', suggestQuerySchema, (q) => ({ q })],
  ['synonym', synonymSchema, (text) => ({ mappingType: 'equivalent', synonyms: [text, 'other'] })],
  ['search of a merchant', merchandisingScopeSchema, (key) => ({ type: 'search', key })],
  ['collection name', collectionInputSchema, (name) => ({ ...collection, name })],
  ['collection description', collectionInputSchema, (description) => ({ ...collection, description }), 'be empty'],
  ['account holder', settingsSchema, (holder) => ({ ...DEMO_SETTINGS, bank: { ...DEMO_SETTINGS.bank, holder } })],
]

describe.each(TYPED)('%s', (_, schema, input, may) => {
  it('is stored without invisible characters', () => {
    const kept = JSON.stringify(schema.parse(input('\u200b\u202eA\u00admber\u2066 Hill\u2069\u200b\ufeff')))
    expect(kept.toLowerCase()).toContain('"amber hill"')
  })

  it('contains no line separator', () => {
    expect(JSON.stringify(schema.parse(input('Amber\u2028Hill')))).not.toMatch(/\u2028|u2028/)
  })

  it(`${may ? 'may' : 'must not'} consist of invisible characters`, () => {
    for (const empty of ['\u200b', '\u202e', '\u3164', '\u2800', ' \u00a0\u2028'])
      expect(schema.safeParse(input(empty)).success).toBe(may !== undefined)
  })
})

it('numbers and addresses are parsed without invisible characters', () => {
  expect(orderNumberSchema.parse('\u202aNX-20417\u202c')).toBe(20417)
  expect(orderNumberSchema.parse('#NX\u221220\u200d417')).toBe(20417)
  expect(orderNumberSchema.parse('ＮＸ‑２０４１７')).toBe(20417)
  expect(quantityFieldSchema.parse(' ２\u200b')).toBe(2)
  expect(emailSchema.parse('\u200bines@example.com\u00a0')).toBe('ines@example.com')
})
