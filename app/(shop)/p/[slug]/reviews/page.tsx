import type { Metadata } from 'next'
import { outcomeOf } from '@/components/layout/page/outcome'
import { ReviewsPage } from '@/components/reviews/reviews-page'
import { getProduct } from '@/lib/queries/catalog/product'
import { readChosenReviews } from '@/lib/queries/reviews'

// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export async function generateMetadata({ params }: PageProps<'/p/[slug]/reviews'>): Promise<Metadata> {
  const product = await getProduct((await params).slug).catch(() => null)
  if (!product) return { title: 'Not found' }
  const { name } = product
  return {
    title: `Reviews of ${name}`,
    description: `What people say about ${name}.`,
    robots: { index: false, follow: true },
  }
}

export default async function ProductReviews({ params, searchParams }: PageProps<'/p/[slug]/reviews'>) {
  const [{ slug }, query] = await Promise.all([params, searchParams])
  const product = await outcomeOf(getProduct(slug))
  if (!product.ok) return product.instead
  const reviews = await outcomeOf(readChosenReviews(product.value.id, query))
  if (!reviews.ok) return reviews.instead
  return <ReviewsPage product={product.value} reviews={reviews.value} notice={query.told} />
}
