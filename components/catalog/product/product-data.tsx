import { breadcrumbData, JsonLd } from '@/components/layout/json-ld'
import type { ProductDetail } from '@/lib/contracts/catalog/product-view'
import type { ReviewPage } from '@/lib/contracts/reviews'

const AVAILABILITY = {
  in_stock: 'https://schema.org/InStock',
  few_left: 'https://schema.org/LimitedAvailability',
  sold_out: 'https://schema.org/OutOfStock',
}

/** The product as search engines read it: offers for each variant, what people say, and the way to it. */
export function ProductData({
  product,
  reviews: { summary, reviews },
  origin,
}: {
  product: ProductDetail
  reviews: ReviewPage
  origin: string
}) {
  const { name, description, brand, images, slug, variants, trail } = product
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
    ...(summary.count > 0 && {
      aggregateRating: { '@type': 'AggregateRating', ratingValue: summary.average, reviewCount: summary.count },
      review: reviews.map(({ title, text, author, rating, at }) => ({
        '@type': 'Review',
        name: title,
        reviewBody: text,
        author: { '@type': 'Person', name: author },
        datePublished: at.slice(0, 10),
        reviewRating: { '@type': 'Rating', ratingValue: rating, bestRating: 5, worstRating: 1 },
      })),
    }),
  }
  return (
    <>
      <JsonLd data={data} />
      <JsonLd data={breadcrumbData(origin, [...trail, { name, href: `/p/${slug}` }])} />
    </>
  )
}
