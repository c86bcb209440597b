import type { ProductDetail, VariantView } from '@/lib/contracts/catalog/product-view'
import type { ReviewPage } from '@/lib/contracts/reviews'
import { COUNTRIES, type Settings } from '@/lib/contracts/settings'
import { CURRENCY } from '@/lib/domain/locale'
import { RETURN_DAYS } from '@/lib/domain/orders/returns'
import { deliveryFor } from '@/lib/domain/shipping/delivery'

const AVAILABILITY = {
  in_stock: 'https://schema.org/InStock',
  few_left: 'https://schema.org/LimitedAvailability',
  sold_out: 'https://schema.org/OutOfStock',
}

// Options for which schema.org has a property. All others become additional properties.
const OPTION_PROPERTIES = new Map([
  ['colour', 'color'],
  ['color', 'color'],
  ['size', 'size'],
  ['material', 'material'],
  ['pattern', 'pattern'],
])

const RETURNS_ID = '#returns'
const MAX_HANDLING_DAYS = 1

type Variant = VariantView & { gtin?: string | null; mpn?: string | null }

export interface ProductFacts {
  product: ProductDetail & { variants: Variant[]; returnExcluded?: string | null }
  reviews: Pick<ReviewPage, 'summary' | 'reviews'>
  delivery: Settings['delivery']
  /** Origin of the shop, such as "https://shop.example". */
  origin: string
}

/**
 * Returns the JSON-LD nodes that describe a product to search engines: first a Product, or a ProductGroup if there are
 * several variants, then the nodes to which their offers refer. See
 * https://developers.google.com/search/docs/appearance/structured-data/product.
 */
export function productNodes(facts: ProductFacts): object[] {
  const { product } = facts
  const [only, ...others] = product.variants
  const whole = only && others.length === 0 ? singleProduct(facts, only) : productGroup(facts)
  return [whole, ...deliveryNodes(facts), returnsNode(facts)]
}

function singleProduct(facts: ProductFacts, variant: Variant): object {
  const { product } = facts
  return {
    '@type': 'Product',
    ...common(facts),
    ...identity(variant),
    ...optionProperties(facts, variant),
    ...images(facts, product.images),
    offers: offer(facts, variant),
  }
}

function productGroup(facts: ProductFacts): object {
  const { product } = facts
  const keys = product.optionGroups.flatMap(({ key }) => OPTION_PROPERTIES.get(key.toLowerCase()) ?? [])
  return {
    '@type': 'ProductGroup',
    ...common(facts),
    ...images(facts, product.images),
    productGroupID: product.id,
    ...(keys.length > 0 && { variesBy: [...new Set(keys)].map((key) => `https://schema.org/${key}`) }),
    hasVariant: product.variants.map((variant) => ({
      '@type': 'Product',
      name: variant.optionsText ? `${product.name}, ${variant.optionsText}` : product.name,
      ...identity(variant),
      ...optionProperties(facts, variant),
      ...images(facts, product.images.slice(variant.image, variant.image + 1)),
      offers: offer(facts, variant),
    })),
  }
}

function common({ product: { name, description, tagline, brand, slug }, reviews, origin }: ProductFacts): object {
  const { summary } = reviews
  return {
    name,
    description: description || tagline || name,
    url: new URL(`/p/${slug}`, origin).href,
    brand: { '@type': 'Brand', name: brand.name },
    ...(summary.count > 0 && {
      aggregateRating: {
        '@type': 'AggregateRating',
        ratingValue: summary.average,
        reviewCount: summary.count,
        bestRating: 5,
        worstRating: 1,
      },
    }),
    ...(reviews.reviews.length > 0 && { review: reviews.reviews.map(reviewNode) }),
  }
}

const reviewNode = ({ title, text, author, rating, at }: ReviewPage['reviews'][number]) => ({
  '@type': 'Review',
  name: title,
  reviewBody: text,
  author: { '@type': 'Person', name: author },
  datePublished: at.slice(0, 10),
  reviewRating: { '@type': 'Rating', ratingValue: rating, bestRating: 5, worstRating: 1 },
})

const identity = ({ sku, gtin, mpn }: Variant) => ({ sku, ...(gtin && { gtin }), ...(mpn && { mpn }) })

function optionProperties({ product }: ProductFacts, { options }: VariantView): object {
  const own: Record<string, string> = {}
  const additional: object[] = []
  for (const [key, text] of Object.entries(options)) {
    const property = OPTION_PROPERTIES.get(key.toLowerCase())
    const group = product.optionGroups.find((one) => one.key === key)
    const value = group?.values.find((one) => one.value === text)?.label ?? text
    if (property) own[property] = value
    else additional.push({ '@type': 'PropertyValue', name: group?.label ?? key, value })
  }
  return { ...own, ...(additional.length > 0 && { additionalProperty: additional }) }
}

const images = ({ origin }: ProductFacts, shown: ProductDetail['images']) =>
  shown.length > 0 ? { image: shown.map(({ src }) => new URL(src, origin).href) } : {}

function offer({ product, delivery, origin }: ProductFacts, { sku, price, stock, saleEndsAt }: VariantView): object {
  return {
    '@type': 'Offer',
    url: new URL(`/p/${product.slug}#${sku}`, origin).href,
    price: (price / 100).toFixed(2),
    priceCurrency: CURRENCY,
    ...(saleEndsAt && { priceValidUntil: saleEndsAt.slice(0, 10) }),
    availability: AVAILABILITY[stock],
    itemCondition: 'https://schema.org/NewCondition',
    // Only references to these nodes, because a product may have 250 variants that would all repeat them.
    shippingDetails: COUNTRIES.map((country) => ({ '@id': deliveryId(country, costOf(delivery, price)) })),
    hasMerchantReturnPolicy: { '@id': RETURNS_ID },
  }
}

const costOf = (delivery: Settings['delivery'], price: number) =>
  deliveryFor(delivery, { method: 'STANDARD', subtotal: price }).price

const deliveryId = (country: string, cost: number) => `#delivery-${country.toLowerCase()}-${cost}`

/**
 * Returns the nodes for the standard delivery of one unit, one for each country and each delivery cost of the variants.
 */
function deliveryNodes({ product, delivery }: ProductFacts): object[] {
  const costs = new Set(product.variants.map(({ price }) => costOf(delivery, price)))
  return [...costs].flatMap((cost) =>
    COUNTRIES.map((country) => ({
      '@type': 'OfferShippingDetails',
      '@id': deliveryId(country, cost),
      shippingRate: { '@type': 'MonetaryAmount', value: (cost / 100).toFixed(2), currency: CURRENCY },
      shippingDestination: { '@type': 'DefinedRegion', addressCountry: country },
      deliveryTime: {
        '@type': 'ShippingDeliveryTime',
        handlingTime: days(0, MAX_HANDLING_DAYS),
        transitTime: days(Math.min(1, delivery.standard.days), delivery.standard.days),
      },
    })),
  )
}

const days = (minValue: number, maxValue: number) => ({
  '@type': 'QuantitativeValue',
  minValue,
  maxValue,
  unitCode: 'DAY',
})

function returnsNode({ product }: ProductFacts): object {
  const policy = { '@type': 'MerchantReturnPolicy', '@id': RETURNS_ID, applicableCountry: COUNTRIES }
  if (product.returnExcluded)
    return { ...policy, returnPolicyCategory: 'https://schema.org/MerchantReturnNotPermitted' }
  return {
    ...policy,
    returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow',
    merchantReturnDays: RETURN_DAYS,
    returnMethod: 'https://schema.org/ReturnByMail',
    returnFees: 'https://schema.org/FreeReturn',
  }
}
