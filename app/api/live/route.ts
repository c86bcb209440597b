import { liveQuerySchema } from '@/lib/contracts/catalog/product-view'
import { answerJson, parseQuery } from '@/lib/http/json'
import { viewedProducts } from '@/lib/services/catalog/products'
import { liveStock } from '@/lib/services/inventory/live-stock'

/**
 * What static pages cannot say, in one call: the stock of up to 24 products, and products that were looked at before.
 * `?product=ID,ID&viewed=ID,ID` → `{ stock: { ID: { SKU: { left } } }, viewed: [{ id, name, … }] }`
 */
export const GET = (request: Request): Promise<Response> =>
  answerJson(async () => {
    const { product = [], viewed = [] } = parseQuery(request, liveQuerySchema)
    const [stock, seen] = await Promise.all([liveStock(product), viewedProducts(viewed)])
    return { stock, viewed: seen }
  })
