import { refreshRating } from '@/lib/services/reviews/summary'
import type { JobData } from '../queues'

/** Updates the rating on the product's document and expires its pages. */
export const followReviews = ({ productId }: JobData<'reviews.changed'>): Promise<void> => refreshRating(productId)
