import type { Product } from '../indexed-product'

/** Prior of the Bayesian average (like IMDb's weighted rating), because a single five-star review proves little. */
const PRIOR = { reviews: 10, stars: 3.5 }

/** Returns the average of a product's reviews and the prior, in hundredths of a star; 0 if it has no reviews. */
export function reviewScoreOf({ rating, ratingCount = 0 }: Pick<Product, 'rating' | 'ratingCount'>): number {
  if (ratingCount === 0) return 0
  const stars = rating * ratingCount + PRIOR.stars * PRIOR.reviews
  return Math.round((100 * stars) / (ratingCount + PRIOR.reviews))
}
