import { quoteSchema } from '@/lib/contracts/checkout/checkout'
import { readCart } from '@/lib/queries/cart'
import { readQuote } from '@/lib/queries/checkout'
import { answerJson, parseQuery } from './answer-json'

/** Answers with the visitor's cart: what is personal in the static pages, in one call. */
export const answerCart = (): Promise<Response> => answerJson(readCart)

/** Answers what the visitor's cart costs: `?country=AT&deliveryMethod=EXPRESS`. The quote is null where it is empty. */
export const answerQuote = (request: Request): Promise<Response> =>
  answerJson(async () => ({ quote: await readQuote(parseQuery(request, quoteSchema)) }))
