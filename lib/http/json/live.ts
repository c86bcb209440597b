import { liveQuerySchema } from '@/lib/contracts/catalog/product-view'
import { readLive } from '@/lib/queries/catalog/live'
import { answerJson, parseQuery } from './answer-json'

/**
 * Returns what static pages show live as JSON, in one response: the stock of up to 24 products, and recently viewed
 * products. `?product=ID,ID&viewed=ID,ID` → `{ stock: { ID: { SKU: { left } } }, viewed: [{ id, name, … }] }`
 */
export const answerLive = (request: Request): Promise<Response> =>
  answerJson(() => readLive(parseQuery(request, liveQuerySchema)))
