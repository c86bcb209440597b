/** Orders in which reviews can be read; the first is the usual one. */
export const REVIEW_SORTS = ['newest', 'helpful', 'highest', 'lowest'] as const
export type ReviewSort = (typeof REVIEW_SORTS)[number]

/** Why somebody thinks that a review should not be there. */
export const REPORT_REASONS = ['SPAM', 'OFFENSIVE', 'PERSONAL', 'OFF_TOPIC', 'UNTRUE'] as const
export type ReportReason = (typeof REPORT_REASONS)[number]

export const REVIEWS_PER_PAGE = 6
/** Beyond it nobody reads; whoever wants older ones filters by stars. */
export const MOST_REVIEW_PAGES = 200

/** Lengths of what is typed, in characters. */
export const REVIEW_LENGTHS = { title: 100, text: 2_000, author: 60 } as const

/** Which reviews of a product are shown, and in which order. `stars` is null for all. */
export interface ReviewChoice {
  stars: number | null
  sort: ReviewSort
  page: number
}

/** The address that shows these reviews of the product, without what is as usual. */
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
