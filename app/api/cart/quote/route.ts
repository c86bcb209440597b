import { quoteSchema } from '@/lib/contracts/checkout/checkout'
import { answerJson, parseQuery } from '@/lib/http/json'
import { readQuote } from '@/lib/queries/checkout'

/** What the visitor's cart costs: `?country=AT&deliveryMethod=EXPRESS`. No quote where it is empty. */
export const GET = (request: Request) =>
  answerJson(async () => ({ quote: await readQuote(parseQuery(request, quoteSchema)) }))
