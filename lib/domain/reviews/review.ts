/** Sort orders of reviews; the first is the default. */
export const REVIEW_SORTS = ['newest', 'helpful', 'highest', 'lowest'] as const
export type ReviewSort = (typeof REVIEW_SORTS)[number]

/** Reasons for reporting a review. */
export const REPORT_REASONS = ['SPAM', 'OFFENSIVE', 'PERSONAL', 'OFF_TOPIC', 'UNTRUE'] as const
export type ReportReason = (typeof REPORT_REASONS)[number]

export const REVIEWS_PER_PAGE = 6
/** Maximum number of pages. Older reviews can be found by filtering by stars. */
export const MAX_REVIEW_PAGES = 200

/** Maximum lengths in characters. */
export const REVIEW_LENGTHS = { title: 100, text: 2_000, author: 60 } as const

/** Filter and sort order of a product's reviews. `stars` is null for all reviews. */
export interface ReviewChoice {
  stars: number | null
  sort: ReviewSort
  page: number
}

/** Returns the address of these reviews; omits default parameters. */
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
