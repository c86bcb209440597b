import { refreshRating } from '@/lib/services/reviews/summary'
import type { JobData } from '../queues'

/** Updates the rating in the product's document and expires the product's pages. */
export const followReviews = ({ productId }: JobData<'reviews.changed'>): Promise<void> => refreshRating(productId)
