import { breadcrumbData, JsonLd } from '@/components/layout/page/json-ld'
import { type ProductFacts, productNodes } from './structured-data'

/** Structured data for search engines: the product and its breadcrumbs. */
export function ProductData(facts: ProductFacts) {
  const { product, origin } = facts
  return (
    <>
      <JsonLd data={{ '@graph': productNodes(facts) }} />
      <JsonLd data={breadcrumbData(origin, [...product.trail, { name: product.name, href: `/p/${product.slug}` }])} />
    </>
  )
}
