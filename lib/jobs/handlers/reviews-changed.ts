import { refreshRating } from '@/lib/services/reviews/summary'
import type { JobData } from '../queues'

/** Has the product's document and the pages say what its reviews add up to. */
export const followReviews = ({ productId }: JobData<'reviews.changed'>): Promise<void> => refreshRating(productId)
