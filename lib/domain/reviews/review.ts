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

/** Which of a product's reviews to show, and in which order. */
export interface ReviewChoice {
  /** Null for any number of stars. */
  stars: number | null
  /** SKU of the variant that was bought; null for all variants. */
  variant: string | null
  /** Whether only reviews of verified purchases are shown. */
  isBought: boolean
  sort: ReviewSort
  page: number
}

export const ALL_REVIEWS: ReviewChoice = { stars: null, variant: null, isBought: false, sort: 'newest', page: 1 }

/** Names of the address parameters that choose reviews. */
export const REVIEW_PARAMETERS = ['stars', 'variant', 'bought', 'sort', 'page'] as const

/** Returns the address parameters of a choice, in order. Default values are omitted. */
export function reviewPairs(choice: Partial<ReviewChoice>): [name: string, value: string][] {
  const { stars, variant, isBought, sort, page } = { ...ALL_REVIEWS, ...choice }
  const pairs: [string, string | false | null][] = [
    ['stars', stars === null ? null : String(stars)],
    ['variant', variant],
    ['bought', isBought && 'yes'],
    ['sort', sort !== 'newest' && sort],
    ['page', page > 1 && String(page)],
  ]
  return pairs.flatMap(([name, value]) => (value ? [[name, value]] : []))
}

/** Returns the address of the page with these reviews. */
export const reviewsUrl = (slug: string, choice: Partial<ReviewChoice> = {}): string =>
  withQuery(`/p/${slug}/reviews`, reviewPairs(choice))

/** Returns the address of the product page that shows these reviews. The page of a list is not part of it. */
export const productReviewsUrl = (slug: string, choice: Partial<ReviewChoice>): string =>
  withQuery(`/p/${slug}`, reviewPairs({ ...choice, page: 1 }))

const withQuery = (path: string, pairs: [string, string][]) =>
  pairs.length > 0 ? `${path}?${new URLSearchParams(pairs)}` : path

/** Returns whether a choice leaves out some of the reviews. */
export const isNarrowed = ({ stars, variant, isBought }: ReviewChoice): boolean =>
  stars !== null || variant !== null || isBought
