import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { DEMO_SETTINGS } from '@/lib/contracts/settings'
import { type ProductFacts, productNodes } from './structured-data'

// Schemas with the properties and values that Google requires or allows, as of November 2026:
// https://developers.google.com/search/docs/appearance/structured-data/ followed by product-snippet, merchant-listing,
// product-variants, return-policy and shipping-policy.

const urlSchema = z.url({ protocol: /^https?$/ })
const amountSchema = z.string().regex(/^\d+\.\d\d$/)
const currencySchema = z.string().regex(/^[A-Z]{3}$/)
const referenceSchema = z.strictObject({ '@id': z.string().startsWith('#') })
const schemaOrg = (names: string[]) => z.enum(names.map((name) => `https://schema.org/${name}`))

const offerSchema = z.strictObject({
  '@type': z.literal('Offer'),
  url: urlSchema,
  price: amountSchema,
  priceCurrency: currencySchema,
  priceValidUntil: z.iso.date().optional(),
  availability: schemaOrg(['InStock', 'LimitedAvailability', 'OutOfStock']),
  itemCondition: schemaOrg(['NewCondition']),
  shippingDetails: z.array(referenceSchema).min(1),
  hasMerchantReturnPolicy: referenceSchema,
})
const ratingSchema = z.strictObject({
  '@type': z.literal('AggregateRating'),
  ratingValue: z.number().min(1).max(5),
  reviewCount: z.int().positive(),
  bestRating: z.literal(5),
  worstRating: z.literal(1),
})
const reviewSchema = z.strictObject({
  '@type': z.literal('Review'),
  name: z.string().min(1),
  reviewBody: z.string().min(1),
  author: z.strictObject({ '@type': z.literal('Person'), name: z.string().min(1).max(100) }),
  datePublished: z.iso.date(),
  reviewRating: z.strictObject({
    '@type': z.literal('Rating'),
    ratingValue: z.int().min(1).max(5),
    bestRating: z.literal(5),
    worstRating: z.literal(1),
  }),
})
const described = {
  name: z.string().min(1).max(150),
  description: z.string().min(1).max(20_000),
  url: urlSchema,
  brand: z.strictObject({ '@type': z.literal('Brand'), name: z.string().min(1) }),
  image: z.array(urlSchema).min(1).optional(),
  aggregateRating: ratingSchema.optional(),
  review: z.array(reviewSchema).min(1).optional(),
}
const identified = {
  sku: z.string().regex(/^\S+$/),
  gtin: z
    .string()
    .regex(/^(\d{8}|\d{12,14})$/)
    .optional(),
  mpn: z.string().min(1).max(70).optional(),
  color: z.string().min(1).optional(),
  size: z.string().min(1).optional(),
  material: z.string().min(1).optional(),
  pattern: z.string().min(1).optional(),
  additionalProperty: z
    .array(z.strictObject({ '@type': z.literal('PropertyValue'), name: z.string().min(1), value: z.string().min(1) }))
    .min(1)
    .optional(),
  offers: offerSchema,
}
const productSchema = z.strictObject({ '@type': z.literal('Product'), ...described, ...identified })
const variantSchema = z.strictObject({
  '@type': z.literal('Product'),
  name: described.name,
  image: described.image,
  ...identified,
})
const groupSchema = z
  .strictObject({
    '@type': z.literal('ProductGroup'),
    ...described,
    productGroupID: z.string().min(1),
    variesBy: z
      .array(schemaOrg(['color', 'size', 'material', 'pattern']))
      .min(1)
      .optional(),
    hasVariant: z.array(variantSchema).min(2),
  })
  .refine(({ hasVariant }) => new Set(hasVariant.map(({ sku }) => sku)).size === hasVariant.length, 'SKUs must differ')
  .refine(
    ({ hasVariant }) => new Set(hasVariant.map(({ offers }) => offers.url)).size === hasVariant.length,
    'URLs must differ',
  )
  .refine(
    ({ variesBy = [], hasVariant }) =>
      variesBy.every((property) => hasVariant.every((variant) => property.split('/').at(-1)! in variant)),
    'each variant must have what the group varies by',
  )
const daysSchema = z.strictObject({
  '@type': z.literal('QuantitativeValue'),
  minValue: z.int().min(0),
  maxValue: z.int().min(0),
  unitCode: z.literal('DAY'),
})
const shippingSchema = z.strictObject({
  '@type': z.literal('OfferShippingDetails'),
  '@id': z.string().startsWith('#'),
  shippingRate: z.strictObject({ '@type': z.literal('MonetaryAmount'), value: amountSchema, currency: currencySchema }),
  shippingDestination: z.strictObject({
    '@type': z.literal('DefinedRegion'),
    addressCountry: z.string().regex(/^[A-Z]{2}$/),
  }),
  deliveryTime: z.strictObject({
    '@type': z.literal('ShippingDeliveryTime'),
    handlingTime: daysSchema,
    transitTime: daysSchema,
  }),
})
const policy = {
  '@type': z.literal('MerchantReturnPolicy'),
  '@id': z.string().startsWith('#'),
  applicableCountry: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .min(1)
    .max(50),
}
const policySchema = z.discriminatedUnion('returnPolicyCategory', [
  z.strictObject({
    ...policy,
    returnPolicyCategory: schemaOrg(['MerchantReturnFiniteReturnWindow']),
    merchantReturnDays: z.int().positive(),
    returnMethod: schemaOrg(['ReturnByMail']),
    returnFees: schemaOrg(['FreeReturn']),
  }),
  z.strictObject({ ...policy, returnPolicyCategory: schemaOrg(['MerchantReturnNotPermitted']) }),
])

type Variant = ProductFacts['product']['variants'][number]

const variant = (sku: string, changes: Partial<Variant> = {}): Variant =>
  ({
    sku,
    options: {},
    optionsText: '',
    image: 0,
    stock: 'in_stock',
    price: 129_00,
    was: null,
    percent: 0,
    saleEndsAt: null,
    ...changes,
  }) as Variant

const IMAGE = { src: '/pictures/lamp-front-mint.webp', alt: 'Lamp', width: 640, height: 640 }

function facts(product: Partial<ProductFacts['product']> = {}, withReviews = true): ProductFacts {
  const average = withReviews ? 4.5 : 0
  return {
    product: {
      id: 'a'.repeat(24),
      slug: 'lamp',
      name: 'Lamp',
      tagline: 'Light.',
      description: 'A lamp.',
      brand: { name: 'Halden', href: '/c/home/~/brand=halden' },
      images: [IMAGE],
      optionGroups: [],
      variants: [variant('LAMP-1')],
      ...product,
    } as ProductFacts['product'],
    reviews: {
      summary: { average, count: withReviews ? 2 : 0, histogram: [0, 0, 0, 1, withReviews ? 1 : 0] },
      reviews: withReviews
        ? [{ title: 'Good', text: 'It shines.', author: 'Ines H.', rating: 4, at: '2026-10-03T10:00:00.000Z' }]
        : [],
    } as ProductFacts['reviews'],
    delivery: DEMO_SETTINGS.delivery,
    origin: 'https://shop.example',
  }
}

/** Returns the nodes. Expects each to match its schema, and references and nodes to match one another. */
function read(given: ProductFacts) {
  const [main, ...others] = JSON.parse(JSON.stringify(productNodes(given))) as [unknown, ...unknown[]]
  const whole = z.union([productSchema, groupSchema]).parse(main)
  const referred = others.map((node) => z.union([shippingSchema, policySchema]).parse(node))
  const offers = 'hasVariant' in whole ? whole.hasVariant.map((one) => one.offers) : [whole.offers]
  const used = offers.flatMap((offer) =>
    [...offer.shippingDetails, offer.hasMerchantReturnPolicy].map((to) => to['@id']),
  )
  expect(new Set(referred.map((node) => node['@id']))).toEqual(new Set(used))
  return { whole, offers, referred }
}

describe('the structured data of a product', () => {
  it('is a Product with one offer where there is one variant', () => {
    const { whole, offers } = read(facts())
    expect(whole).toMatchObject({ '@type': 'Product', sku: 'LAMP-1', aggregateRating: { reviewCount: 2 } })
    expect(offers).toMatchObject([{ price: '129.00', priceCurrency: 'EUR', url: 'https://shop.example/p/lamp#LAMP-1' }])
  })

  it('is a ProductGroup with all of them where there are 250 variants, and repeats no delivery', () => {
    const colours = Array.from({ length: 25 }, (_, index) => `Colour ${index}`)
    const sizes = Array.from({ length: 10 }, (_, index) => `${36 + index}`)
    const variants = colours.flatMap((colour) =>
      sizes.map((size) =>
        variant(`SHOE-${colour.slice(7)}-${size}`, {
          options: { colour, size, lacing: 'Cross' },
          optionsText: `${colour}, ${size}`,
          price: size < '40' ? 49_00 : 79_00,
        }),
      ),
    )
    const { whole, referred } = read(facts({ variants, optionGroups: groups('colour', 'size', 'lacing') }))
    expect(whole).toMatchObject({
      '@type': 'ProductGroup',
      variesBy: ['https://schema.org/color', 'https://schema.org/size'],
    })
    expect('hasVariant' in whole && whole.hasVariant).toHaveLength(250)
    expect('hasVariant' in whole && whole.hasVariant[0]).toMatchObject({
      name: 'Lamp, Colour 0, 36',
      color: 'Colour 0',
      size: '36',
      additionalProperty: [{ name: 'lacing', value: 'Cross' }],
    })
    expect(referred).toHaveLength(7) // two delivery costs for each of three countries, and one returns policy
    expect(JSON.stringify(whole).length).toBeLessThan(250 * 900)
  })

  it('says so where everything is sold out', () => {
    const { offers } = read(facts({ variants: [variant('A', { stock: 'sold_out' })] }))
    expect(offers[0]).toMatchObject({ availability: 'https://schema.org/OutOfStock', price: '129.00' })
  })

  it('says until when the price of a sale is valid, and only of what is on sale', () => {
    const sale = variant('A', { price: 99_00, was: 129_00, percent: 23, saleEndsAt: '2026-12-24T23:00:00.000Z' })
    const { offers } = read(facts({ variants: [sale, variant('B')] }))
    expect(offers[0]!.priceValidUntil).toBe('2026-12-24')
    expect(offers[1]).not.toHaveProperty('priceValidUntil')
  })

  it('leaves out what a product without pictures, reviews and description does not have', () => {
    const { whole } = read(facts({ images: [], description: '' }, false))
    for (const absent of ['image', 'aggregateRating', 'review']) expect(whole).not.toHaveProperty(absent)
    expect(whole.description).toBe('Light.')
    const group = read(facts({ images: [], variants: [variant('A'), variant('B')] }, false)).whole
    expect('hasVariant' in group && group.hasVariant[0]).not.toHaveProperty('image')
  })

  it('says what delivery costs to each country: nothing for dear goods', () => {
    const rates = (price: number) =>
      read(facts({ variants: [variant('A', { price })] })).referred.flatMap((node) =>
        node['@type'] === 'OfferShippingDetails'
          ? [`${node.shippingDestination.addressCountry} ${node.shippingRate.value}`]
          : [],
      )
    expect(rates(5_99)).toEqual(['DE 4.90', 'AT 4.90', 'NL 4.90'])
    expect(rates(600_00)).toEqual(['DE 0.00', 'AT 0.00', 'NL 0.00'])
  })

  it('names GTIN and MPN where they are known, and returns only where there are any', () => {
    const known = variant('A', { gtin: '4006381333931', mpn: 'L-100' })
    expect(read(facts({ variants: [known] })).whole).toMatchObject({ gtin: '4006381333931', mpn: 'L-100' })
    expect(read(facts()).referred.at(-1)).toMatchObject({ merchantReturnDays: 30 })
    const excluded = facts({ returnExcluded: 'perishable' } as Partial<ProductFacts['product']>)
    expect(read(excluded).referred.at(-1)).toMatchObject({
      returnPolicyCategory: 'https://schema.org/MerchantReturnNotPermitted',
    })
  })
})

const groups = (...keys: string[]): ProductFacts['product']['optionGroups'] =>
  keys.map((key) => ({ key, label: key, kind: 'word', fits: false, values: [] }))
