import { Notice } from '@/components/ui/feedback/notice'
import { ButtonLink } from '@/components/ui/form/button'
import { Breadcrumb } from '@/components/ui/navigation/breadcrumb'
import { Link } from '@/components/ui/navigation/link'
import { Pager } from '@/components/ui/navigation/pager'
import type { ProductDetail } from '@/lib/contracts/catalog/product-view'
import type { ReviewPage } from '@/lib/contracts/reviews'
import { REVIEWS_PER_PAGE, reviewsUrl } from '@/lib/domain/reviews/review'
import { Histogram } from './histogram'
import { ReviewActions } from './review-actions-client'
import { ReviewBar } from './review-bar-client'
import { ReviewItem } from './review-item'
import { NoneChosen } from './reviews-client'
import { Average, headline, WriteOne } from './reviews-section'

/** A page of all reviews of a product. The product page links to it for visitors without client-side scripts. */
export function ReviewsPage({
  product: { slug, name, trail },
  reviews: shown,
  notice,
}: {
  product: Pick<ProductDetail, 'slug' | 'name' | 'trail'>
  reviews: ReviewPage & { voted: string[] }
  /** Code of the last vote's or report's outcome, from the address, for forms submitted without a script. */
  notice: unknown
}) {
  const { summary, choice, pages, total, reviews, voted } = shown
  const product = { name, href: `/p/${slug}` }
  const first = (choice.page - 1) * REVIEWS_PER_PAGE + 1
  return (
    <div className="wrap pt-5">
      <Breadcrumb trail={[...trail, product, { name: 'Reviews', href: reviewsUrl(slug) }]} />
      <h1 className="text-d2 pt-5 pb-2">{headline(summary)}</h1>
      <p className="text-lg pb-6">
        of{' '}
        <Link className="more" href={product.href}>
          {name}
        </Link>
      </p>
      <FormNotice notice={notice} />
      {summary.count === 0 ? (
        <WriteOne />
      ) : (
        <div className="rev" id="reviews">
          <div className="grid gap-4 content-start">
            <Average summary={summary} />
            <Histogram slug={slug} shown={shown} />
            <WriteOne />
          </div>
          <div className="min-w-0">
            <ReviewBar key={`${choice.sort} ${choice.variant}`} slug={slug} shown={shown} />
            {total === 0 && (
              <NoneChosen>
                <ButtonLink href={reviewsUrl(slug)}>Show all reviews</ButtonLink>
              </NoneChosen>
            )}
            <div className="rev-list">
              {reviews.map((review) => (
                <ReviewItem key={review.id} review={review} level={2}>
                  <ReviewActions
                    key={`${review.helpful}`}
                    reviewId={review.id}
                    helpful={review.helpful}
                    voted={voted.includes(review.id)}
                    slug={slug}
                    choice={choice}
                  />
                </ReviewItem>
              ))}
            </div>
            {total > 0 && (
              <Pager
                page={choice.page}
                pages={pages}
                href={(to) => reviewsUrl(slug, { ...choice, page: to })}
                summary={`${first} to ${first + reviews.length - 1} of ${total}`}
              />
            )}
          </div>
        </div>
      )}
    </div>
  )
}

const NOTICES: Record<string, string> = {
  cookies_refused:
    'Your browser refused the cookie that this needs, so nothing was saved. Please allow cookies for this shop in your browser’s settings and try again.',
  too_many_requests: 'That was a lot at once. Please wait a little and try again.',
  not_found: 'That review no longer exists.',
  unavailable: 'The shop is not available at the moment. Please try again shortly.',
}

function FormNotice({ notice }: { notice: unknown }) {
  if (typeof notice !== 'string') return null
  if (notice === 'reported')
    return (
      <Notice tone="good" className="mb-5">
        <p>Thank you. We will look at it.</p>
      </Notice>
    )
  return (
    <Notice tone="warn" className="mb-5">
      <p>{Object.hasOwn(NOTICES, notice) ? NOTICES[notice] : 'That did not work. Please try again.'}</p>
    </Notice>
  )
}
