import { breadcrumbData, JsonLd } from '@/components/layout/json-ld'
import type { ProductDetail } from '@/lib/contracts/product-view'

const AVAILABILITY = {
  in_stock: 'https://schema.org/InStock',
  few_left: 'https://schema.org/LimitedAvailability',
  sold_out: 'https://schema.org/OutOfStock',
}

/** The product as search engines read it: offers for each variant, and the way to it. */
export function ProductData({ product, origin }: { product: ProductDetail; origin: string }) {
  const { name, description, brand, images, slug, variants, rating, trail } = product
  const url = new URL(`/p/${slug}`, origin).href
  const data = {
    '@type': 'Product',
    name,
    description,
    url,
    image: images.map(({ src }) => new URL(src, origin).href),
    brand: { '@type': 'Brand', name: brand.name },
    offers: variants.map(({ sku, price, stock }) => ({
      '@type': 'Offer',
      sku,
      url: `${url}#${sku}`,
      price: (price / 100).toFixed(2),
      priceCurrency: 'EUR',
      availability: AVAILABILITY[stock],
      itemCondition: 'https://schema.org/NewCondition',
    })),
    ...(rating.count > 0 && {
      aggregateRating: { '@type': 'AggregateRating', ratingValue: rating.average, reviewCount: rating.count },
    }),
  }
  return (
    <>
      <JsonLd data={data} />
      <JsonLd data={breadcrumbData(origin, [...trail, { name, href: `/p/${slug}` }])} />
    </>
  )
}
