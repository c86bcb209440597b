import type { CategoryDocument } from '@/lib/contracts/catalog/category'
import type { ProductDocument } from '@/lib/contracts/catalog/product'
import type { CollectionDocument } from '@/lib/contracts/merchandising/collection'
import type { MerchandisingDocument } from '@/lib/contracts/merchandising/merchandising'
import { makeCategories } from './catalog/categories'
import { LEAVES } from './catalog/departments'
import { launch } from './catalog/launch'
import { type Draft, draftProducts } from './catalog/products'
import { chooseSoldOut, type Inventory, makeStock, type StockMovement } from './inventory/stock'
import { makeCollections, makeMerchandising } from './merchandising/collections'
import { makeOrders, type Order } from './orders/orders'
import { chooseSales, flashStart, type PriceChange, priceHistory, type SaleKind } from './pricing/sales'
import { makeReviews, type SeedReview, type SeedVote } from './reviews/reviews'
import { startOfDay } from './time'

export interface Catalogue {
  categories: CategoryDocument[]
  products: ProductDocument[]
  collections: CollectionDocument[]
  merchandising: MerchandisingDocument[]
  priceChanges: PriceChange[]
  inventory: Inventory[]
  movements: StockMovement[]
  orders: Order[]
  reviews: SeedReview[]
  votes: SeedVote[]
  /** What each product was generated from, in the order of `products`. */
  origins: (Draft & { sale: SaleKind | undefined })[]
}

/** Default seed and numbers of products and orders of the demo shop. */
export const DEMO = { products: 1_500, orders: 200, seed: 'nexus' }

interface Wanted {
  products: number
  orders: number
  now: Date
  seed?: string
}

/**
 * Returns the demo shop as plain objects. The result depends only on the seed, the numbers and the day (UTC). Has no
 * side effects; takes about 1 s.
 */
export function generateCatalogue({ products: count, orders: orderCount, now, seed = DEMO.seed }: Wanted): Catalogue {
  const today = startOfDay(now)
  const launched = launch(seed, draftProducts(seed, LEAVES, count), today)
  const sales = chooseSales(seed, launched, today)
  const priceChanges: PriceChange[] = []
  const origins = launched.map((draft) => {
    const sale = sales.get(draft)
    const history = priceHistory(seed, draft, sale, today)
    priceChanges.push(...history.priceChanges)
    return { ...draft, product: history.product, sale }
  })
  const keep = new Set<Draft>(origins.filter(({ sale }) => sale === 'flash' || sale === 'ending'))
  const soldOut = chooseSoldOut(seed, origins, keep)
  const flash = { drafts: origins.filter(({ sale }) => sale === 'flash'), since: flashStart(today) }
  const orders = makeOrders(seed, orderCount, { drafts: origins, priceChanges, soldOut, flash, today })
  const { inventory, movements } = makeStock(seed, origins, orders, { soldOut, keep, today })
  const { reviews, votes, products } = makeReviews(seed, origins, orders, today)
  return {
    categories: makeCategories(today),
    products,
    collections: makeCollections(origins, today),
    merchandising: makeMerchandising(origins, today),
    priceChanges,
    inventory,
    movements,
    orders,
    reviews,
    votes,
    origins: origins.map((origin, index) => ({ ...origin, product: products[index] ?? origin.product })),
  }
}
