/** Sort orders of reviews; the first one is the default. */
export const REVIEW_SORTS = ['newest', 'helpful', 'highest', 'lowest'] as const
export type ReviewSort = (typeof REVIEW_SORTS)[number]

/** Reasons for reporting a review. */
export const REPORT_REASONS = ['SPAM', 'OFFENSIVE', 'PERSONAL', 'OFF_TOPIC', 'UNTRUE'] as const
export type ReportReason = (typeof REPORT_REASONS)[number]

export const REVIEWS_PER_PAGE = 6
/** Maximum number of pages per list of reviews. To reach older reviews, shoppers can filter by stars. */
export const MAX_REVIEW_PAGES = 200

/** Maximum lengths of a review's fields, in characters. */
export const REVIEW_LENGTHS = { title: 100, text: 2_000, author: 60 } as const

/** Which of a product's reviews to show, and in which order. `stars` is null for all reviews. */
export interface ReviewChoice {
  stars: number | null
  sort: ReviewSort
  page: number
}

/** Returns the address of the page with these reviews. Default values are omitted. */
export function reviewsUrl(
  slug: string,
  { stars = null, sort = 'newest', page = 1 }: Partial<ReviewChoice> = {},
): string {
  const query = new URLSearchParams()
  if (stars !== null) query.set('stars', String(stars))
  if (sort !== 'newest') query.set('sort', sort)
  if (page > 1) query.set('page', String(page))
  return `/p/${slug}/reviews${query.size > 0 ? `?${query}` : ''}`
}
