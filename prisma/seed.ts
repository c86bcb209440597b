import { randomUUID } from 'node:crypto'
import { DEMO_SETTINGS } from '@/lib/contracts/settings'
import { categories, collections, merchandising, mongoNow, prepareMongo, products, synonyms } from '@/lib/db/mongo'
import { forgetMongoIdentity } from '@/lib/db/mongo-identity'
import { postgres, transaction } from '@/lib/db/postgres'
import { foldEmail } from '@/lib/domain/customers/email'
import { expirePages } from '@/lib/services/content/expiry-log'
import { countBoughtTogether } from '@/lib/services/merchandising/bought-together'
import { type Catalogue, DEMO, generateCatalogue } from './seed-data/catalogue'
import { makeSynonyms } from './seed-data/merchandising/synonyms'

export { makePictures } from './pictures'

const DOCUMENTS_AT_ONCE = 250
const ROWS_AT_ONCE = 1_000

interface Progress {
  done: number
  total: number
  what: string
}

interface SeedOptions {
  onProgress?: (progress: Progress) => void
  now?: Date
  products?: number
  orders?: number
}

/**
 * Empties both databases and fills them with the demo shop. Not atomic: the caller marks the store as incomplete
 * beforehand (lib/dev/seeding/seed-state.ts), and seeds again if it finds that mark.
 */
export async function seed(options: SeedOptions = {}): Promise<void> {
  const {
    onProgress,
    now = new Date(),
    products: productCount = DEMO.products,
    orders: orderCount = DEMO.orders,
  } = options
  const shop = withSecretIds(generateCatalogue({ products: productCount, orders: orderCount, now }))
  const { inventory, movements, priceChanges, orders, reviews, votes } = shop
  const rows = [shop.categories, shop.products, inventory, movements, priceChanges, reviews, votes]
  const total = rows.reduce((sum, { length }) => sum + length, 0)
  let done = 0
  const report = (what: string, more = 0) => {
    done += more
    onProgress?.({ done, total, what })
  }
  report('Emptying the store')
  await empty()

  await categories().insertMany(shop.categories.map((category) => ({ ...category, updatedAt: now })))
  await collections().insertMany(shop.collections.map((collection) => ({ ...collection, updatedAt: now })))
  await merchandising().insertMany(shop.merchandising.map((order) => ({ ...order, updatedAt: now })))
  await synonyms().insertMany(makeSynonyms(now))
  report('Adding products', shop.categories.length)
  await inBatches(shop.products, DOCUMENTS_AT_ONCE, async (batch) => {
    const updatedAt = await mongoNow() // the search index finds changed products by this time
    await products().insertMany(batch.map((product) => ({ ...product, updatedAt })))
    report('Adding products', batch.length)
  })
  await inBatches(inventory, ROWS_AT_ONCE, async (data) => {
    await postgres().inventory.createMany({ data })
    report('Counting stock', data.length)
  })
  await inBatches(priceChanges, ROWS_AT_ONCE, async (data) => {
    await postgres().priceChange.createMany({ data })
    report('Writing prices', data.length)
  })
  await writeOrders(orders)
  await inBatches(movements, ROWS_AT_ONCE, async (data) => {
    await postgres().stockMovement.createMany({ data })
    report('Booking orders', data.length)
  })
  await inBatches(reviews, ROWS_AT_ONCE, async (data) => {
    await postgres().review.createMany({ data })
    report('Adding reviews', data.length)
  })
  await inBatches(votes, ROWS_AT_ONCE, async (data) => {
    await postgres().reviewVote.createMany({ data })
    report('Adding reviews', data.length)
  })
  await countBoughtTogether({ now, silent: true })
  const settings = Object.entries(DEMO_SETTINGS).map(([key, value]) => ({ key, value }))
  await postgres().setting.createMany({ data: settings })
  await transaction((tx) => expirePages(tx, { everything: true })) // a running store must not keep its cached pages
}

/** Replaces the order ids with random ones, because an id grants access to its order and the seed is public. */
function withSecretIds(catalogue: Catalogue): Catalogue {
  const ids = new Map(catalogue.orders.map(({ id }) => [id, randomUUID()]))
  const secret = (id: string) => ids.get(id) ?? id
  return {
    ...catalogue,
    orders: catalogue.orders.map((order) => ({ ...order, id: secret(order.id), idempotencyKey: randomUUID() })),
    movements: catalogue.movements.map((row) => ({ ...row, orderId: row.orderId && secret(row.orderId) })),
    reviews: catalogue.reviews.map((row) => ({ ...row, orderId: row.orderId && secret(row.orderId) })),
  }
}

// Uses TRUNCATE, because triggers on the append-only tables reject DELETE.
async function empty(): Promise<void> {
  await prepareMongo()
  await forgetMongoIdentity()
  await Promise.all([products, categories, collections, merchandising, synonyms].map((all) => all().deleteMany({})))
  await postgres().$executeRaw`
    TRUNCATE "Setting", "Inventory", "StockMovement", "PriceChange", "Cart", "CartItem", "Order", "OrderItem", "OrderTax", "OrderEvent", "Withdrawal",
      "RateLimit", "Review", "ReviewVote", "ReviewReport", "BoughtTogether" RESTART IDENTITY`
  // Deletes waiting jobs that refer to orders and products that no longer exist. Recurring jobs stay, because only a
  // worker that starts creates them.
  if (await hasQueues())
    await postgres()
      .$executeRaw`DELETE FROM pgboss.job WHERE name LIKE 'mail.%' OR name IN ('reviews.changed', 'stock.back', 'price.drops')`
}

async function hasQueues(): Promise<boolean> {
  const [queue] = await postgres().$queryRaw<{ job: string | null }[]>`SELECT to_regclass('pgboss.job')::text AS job`
  return typeof queue?.job === 'string'
}

async function writeOrders(orders: Catalogue['orders']): Promise<void> {
  if (orders.length === 0) return
  await postgres().$transaction([
    postgres().order.createMany({
      data: orders.map(({ items: _, taxes: __, events: ___, shippingAddress, ...order }) => ({
        ...order,
        emailKey: foldEmail(order.email),
        shippingAddress: withoutUndefined(shippingAddress),
      })),
    }),
    postgres().orderItem.createMany({
      data: orders.flatMap(({ id, items }) => items.map((item) => ({ ...item, orderId: id }))),
    }),
    postgres().orderTax.createMany({
      data: orders.flatMap(({ id, taxes }) => taxes.map((part) => ({ ...part, orderId: id }))),
    }),
    postgres().orderEvent.createMany({
      data: orders.flatMap(({ id, events }) => events.map((event) => ({ ...event, orderId: id }))),
    }),
  ])
  const last = Math.max(...orders.map(({ number }) => number))
  await postgres().$queryRaw`SELECT setval(pg_get_serial_sequence('"Order"', 'number'), ${last}::bigint)`
}

const withoutUndefined = (values: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))

async function inBatches<T>(rows: T[], size: number, write: (batch: T[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < rows.length; from += size) await write(rows.slice(from, from + size))
}
