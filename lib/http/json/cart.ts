import { quoteSchema } from '@/lib/contracts/checkout/checkout'
import { readCart } from '@/lib/queries/cart'
import { readQuote } from '@/lib/queries/checkout'
import { answerJson, parseQuery } from './answer-json'

/** Returns the visitor's cart as JSON, which static pages load separately. */
export const answerCart = (): Promise<Response> => answerJson(readCart)

/**
 * Returns the quote for the visitor's cart as JSON: `?country=AT&deliveryMethod=EXPRESS`. Null if the cart is empty.
 */
export const answerQuote = (request: Request): Promise<Response> =>
  answerJson(async () => ({ quote: await readQuote(parseQuery(request, quoteSchema)) }))
