import { reviewsQuerySchema } from '@/lib/contracts/reviews'
import { readReviews } from '@/lib/queries/reviews'
import { answerJson, parseQuery } from './answer-json'

/** Returns a product's reviews as JSON, filtered and sorted: `?product=ID&stars=5&sort=helpful&page=2`. */
export const answerReviews = (request: Request): Promise<Response> =>
  answerJson(() => readReviews(parseQuery(request, reviewsQuerySchema)))
