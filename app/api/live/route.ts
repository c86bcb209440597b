import { answerJson, parseQuery } from '@/lib/api/json'
import { liveQuerySchema } from '@/lib/contracts/product-view'
import { liveStock } from '@/lib/services/live-stock'

/** What changes too often for static pages, of up to 24 products: `?product=ID,ID` → `{ stock: { ID: { SKU: { left } } } }`. */
export const GET = (request: Request): Promise<Response> =>
  answerJson(async () => {
    const { product } = parseQuery(request, liveQuerySchema)
    return { stock: await liveStock(product) }
  })
