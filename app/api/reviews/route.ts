import { reviewsQuerySchema } from '@/lib/contracts/reviews'
import { answerJson, parseQuery } from '@/lib/http/json'
import { readReviews } from '@/lib/queries/reviews'

/** More reviews of a product, filtered and sorted: `?product=ID&stars=5&sort=helpful&page=2`. */
export const GET = (request: Request): Promise<Response> =>
  answerJson(() => readReviews(parseQuery(request, reviewsQuerySchema)))
