import { numberText } from '@/lib/domain/locale'
import type { ReportReason, ReviewSort } from '@/lib/domain/reviews/review'

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

export const starsText = (stars: number) => (stars === 1 ? '1 star' : `${stars} stars`)
export const reviewsText = (count: number) => (count === 1 ? '1 review' : `${numberText(count)} reviews`)
