import type { CategoryDocument } from '@/lib/contracts/catalog/category'
import type { ProductDocument } from '@/lib/contracts/catalog/product'
import { makeCategories } from './catalog/categories'
import { LEAVES } from './catalog/departments'
import { launch } from './catalog/launch'
import { draftPart, draftProducts } from './catalog/products'
import { surnameOf } from './catalog/surnames'
import { DEMO } from './catalogue'
import { chooseSoldOut, type Inventory, makeStock } from './inventory/stock'
import { chooseSales, type PriceChange, priceHistory } from './pricing/sales'
import { random } from './random'
import { startOfDay } from './time'

/** A product with its stock on hand and its price history, but without stock movements. */
export interface StockedProduct {
  product: ProductDocument
  stock: Inventory[]
  prices: PriceChange[]
}

interface Wanted {
  products: number
  now: Date
  seed?: string
}

/** Number of products in each part of the catalogue, which are generated together. */
const PART = DEMO.products

/** Returns the category tree of the demo shop, which catalogues of every size use. */
export const endlessCategories = (now: Date): CategoryDocument[] => makeCategories(startOfDay(now))

/**
 * Yields `count` products in parts of 1,500; the first part is the demo shop. The result depends only on the seed, the
 * number and the day (UTC). Memory use does not grow with `count`. Six in ten products have a rating.
 */
export function* endlessCatalogue({ products: count, now, seed = DEMO.seed }: Wanted): Generator<StockedProduct[]> {
  const parts = Math.ceil(count / PART)
  for (let number = 0; number < parts; number++)
    yield part(seed, { number, parts, today: startOfDay(now) }).slice(0, count - number * PART)
}

function part(
  seed: string,
  { number, parts, today }: { number: number; parts: number; today: Date },
): StockedProduct[] {
  const own = number === 0 ? seed : `${seed}/${number}`
  const drafts =
    number === 0
      ? draftProducts(own, LEAVES, PART)
      : draftPart(own, LEAVES, { number, total: PART, surname: surnameOf(LEAVES.length) })
  const launched = launch(own, drafts, today, { number, parts })
  const sales = chooseSales(own, launched, today)
  const priced = launched.map((draft) => {
    const { product, priceChanges } = priceHistory(own, draft, sales.get(draft), today)
    return { draft: { ...draft, product: rated(own, product) }, prices: priceChanges }
  })
  const origins = priced.map(({ draft }) => draft)
  const soldOut = chooseSoldOut(own, origins, new Set())
  const { inventory } = makeStock(own, origins, [], { soldOut, keep: new Set(), today })
  const stockOf = new Map(inventory.map((row) => [row.sku, row]))
  return priced.map(({ draft: { product }, prices }) => ({
    product,
    stock: product.variants.flatMap(({ sku }) => stockOf.get(sku) ?? []),
    prices,
  }))
}

function rated(seed: string, product: ProductDocument): ProductDocument {
  const rng = random(`${seed}/rating/${product.slug}`)
  if (!rng.chance(0.6)) return product
  return { ...product, rating: { average: rng.int(28, 50) / 10, count: 1 + Math.floor(rng.next() ** 4 * 400) } }
}
