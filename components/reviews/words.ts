import type { ReviewPage } from '@/lib/contracts/reviews'
import { numberText } from '@/lib/domain/locale'
import type { ReportReason, ReviewChoice, ReviewSort } from '@/lib/domain/reviews/review'

export const SORT_NAMES: Record<ReviewSort, string> = {
  newest: 'Newest first',
  helpful: 'Most helpful first',
  highest: 'Best first',
  lowest: 'Worst first',
}

export const REASON_NAMES: Record<ReportReason, string> = {
  SPAM: 'It is an advertisement',
  OFFENSIVE: 'It is insulting',
  PERSONAL: 'It names somebody',
  OFF_TOPIC: 'It is about something else',
  UNTRUE: 'It is made up',
}

/** Says how reviews are narrowed: " with 4 stars, of Green, M, bought here"; empty if they are not. */
export function narrowedText({ stars, variant, isBought }: ReviewChoice, variants: ReviewPage['variants']): string {
  const name = variants.find(({ sku }) => sku === variant)?.name
  const parts = [
    stars !== null && `with ${starsText(stars)}`,
    variant !== null && `of ${name ?? 'another variant'}`,
    isBought && 'bought here',
  ].filter((part) => part !== false)
  return parts.length > 0 ? ` ${parts.join(', ')}` : ''
}

export const starsText = (stars: number) => (stars === 1 ? '1 star' : `${stars} stars`)
export const reviewsText = (count: number) => (count === 1 ? '1 review' : `${numberText(count)} reviews`)
