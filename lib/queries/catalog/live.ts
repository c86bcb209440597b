import { viewedProducts } from '@/lib/services/catalog/products'
import { liveStock } from '@/lib/services/inventory/live-stock'

/** Returns the stock of products (ids) by SKU, and the products viewed before as they stand now. Never cached. */
export async function readLive({ product = [], viewed = [] }: { product?: string[]; viewed?: string[] }) {
  const [stock, seen] = await Promise.all([liveStock(product), viewedProducts(viewed)])
  return { stock, viewed: seen }
}
