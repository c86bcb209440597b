import type { Product } from '../indexed-product'

/** Prior of the Bayesian average, which is IMDb's weighted rating: one review of five stars proves little. */
const PRIOR = { reviews: 10, stars: 3.5 }

/** Returns the average of a product's reviews and the prior, in hundredths of a star; 0 without reviews. */
export function reviewScoreOf({ rating, ratingCount = 0 }: Pick<Product, 'rating' | 'ratingCount'>): number {
  if (ratingCount === 0) return 0
  const stars = rating * ratingCount + PRIOR.stars * PRIOR.reviews
  return Math.round((100 * stars) / (ratingCount + PRIOR.reviews))
}
