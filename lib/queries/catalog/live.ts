import type { Live, LiveQuery } from '@/lib/contracts/catalog/product-view'
import { viewedProducts } from '@/lib/services/catalog/products'
import { liveStock } from '@/lib/services/inventory/live-stock'

/**
 * Returns the current stock by product and SKU, and the recently viewed products with their current data. Never cached.
 */
export async function readLive({ product = [], viewed = [] }: LiveQuery): Promise<Live> {
  const [stock, seen] = await Promise.all([liveStock(product), viewedProducts(viewed)])
  return { stock, viewed: seen }
}
