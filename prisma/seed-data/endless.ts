import type { CategoryDocument } from '@/lib/contracts/catalog/category'
import type { ProductDocument } from '@/lib/contracts/catalog/product'
import { DEMO } from './catalogue'
import { makeCategories } from './categories'
import { LEAVES } from './departments'
import { launch } from './launch'
import { draftPart, draftProducts } from './products'
import { random } from './random'
import { chooseSales, type PriceChange, priceHistory } from './sales'
import { chooseSoldOut, type Inventory, makeStock } from './stock'
import { surnameOf } from './surnames'
import { startOfDay } from './time'

/** A product with what Postgres is to know of it: its stock, without the way that it came there, and its prices. */
export interface Shelved {
  product: ProductDocument
  stock: Inventory[]
  prices: PriceChange[]
}

interface Wanted {
  products: number
  now: Date
  seed?: string
}

/** Products that are made together. */
const PART = DEMO.products

/** The tree of the demo shop, which a catalogue of any size has. */
export const endlessCategories = (now: Date): CategoryDocument[] => makeCategories(startOfDay(now))

/**
 * So many products in the shape of the demo shop, whose products come first, some thousand at a time: the same for the
 * same numbers and day (UTC), in any amount of memory. Unlike the demo shop's, six in ten have a rating.
 */
export function* endlessCatalogue({ products: count, now, seed = DEMO.seed }: Wanted): Generator<Shelved[]> {
  const parts = Math.ceil(count / PART)
  for (let number = 0; number < parts; number++)
    yield part(seed, { number, parts, today: startOfDay(now) }).slice(0, count - number * PART)
}

function part(seed: string, { number, parts, today }: { number: number; parts: number; today: Date }): Shelved[] {
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
