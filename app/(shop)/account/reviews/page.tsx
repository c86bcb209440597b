import type { Metadata } from 'next'
import { Outcome } from '@/components/customers/account/parts'
import { OwnReviews } from '@/components/customers/account/reviews'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readOwnReviewList, requireCustomer } from '@/lib/queries/customers'

export const metadata: Metadata = { title: 'Your reviews', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

const TEXTS = { deleted: 'The review is deleted.' }

export default async function AccountReviews({ searchParams }: PageProps<'/account/reviews'>) {
  const reviews = await outcomeOf(requireCustomer('/account/reviews').then(({ userId }) => readOwnReviewList(userId)))
  if (!reviews.ok) return reviews.instead
  return (
    <>
      <h1 className="text-d2 pb-4">Reviews</h1>
      <Outcome done={(await searchParams).done} texts={TEXTS} />
      <OwnReviews {...reviews.value} />
    </>
  )
}
