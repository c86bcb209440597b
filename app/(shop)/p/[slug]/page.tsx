import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { ProductData } from '@/components/catalog/product/product-data'
import { ProductPage } from '@/components/catalog/product/product-page'
import { outcomeOf } from '@/components/layout/page/outcome'
import { shareData } from '@/components/layout/page/share'
import { getProduct, getProductAt } from '@/lib/queries/catalog/product'
import { getProductSlugs } from '@/lib/queries/content/sitemap'
import { getTerms } from '@/lib/queries/listing/terms'
import { getReviews } from '@/lib/queries/reviews'
import { shopOrigin } from '@/lib/queries/site'

export const ensureStatic = 'navigation'
// The page is sent in one piece, so that a missing product gives status 404 and nothing waits for client-side scripts.
export const instant = false

export async function generateStaticParams() {
  const slugs = await getProductSlugs(1)
  return slugs.length > 0 ? slugs.map((slug) => ({ slug })) : [{ slug: 'none-yet' }]
}

export async function generateMetadata({ params }: PageProps<'/p/[slug]'>): Promise<Metadata> {
  const product = await getProduct((await params).slug).catch(() => null)
  if (!product) return { title: 'Not found' }
  const { name, tagline, brand, images, slug } = product
  return {
    title: `${name} by ${brand.name}`,
    description: tagline,
    alternates: { canonical: `/p/${slug}` },
    openGraph: shareData({
      title: name,
      description: tagline,
      url: `/p/${slug}`,
      image: images[0],
    }),
  }
}

export default async function Product({ params }: PageProps<'/p/[slug]'>) {
  const { slug } = await params
  const found = await outcomeOf(getProductAt(slug))
  if (!found.ok) return found.instead
  if ('movedTo' in found.value) permanentRedirect(`/p/${found.value.movedTo}`)
  const { product } = found.value
  // Only a store that is not set up yet has no terms, and it has no products either.
  const terms = await outcomeOf(getTerms())
  if (!terms.ok) return terms.instead
  const reviews = await outcomeOf(getReviews(product.id))
  if (!reviews.ok) return reviews.instead
  return (
    <>
      <ProductData product={product} reviews={reviews.value} delivery={terms.value.delivery} origin={shopOrigin()} />
      <ProductPage product={product} reviews={reviews.value} terms={terms.value} />
    </>
  )
}
