import { randomUUID } from 'node:crypto'
import { DEMO_SETTINGS } from '@/lib/contracts/settings'
import { categories, collections, merchandising, mongoNow, prepareMongo, products, synonyms } from '@/lib/db/mongo'
import { forgetMongoIdentity } from '@/lib/db/mongo-identity'
import { postgres, transaction } from '@/lib/db/postgres'
import { enqueue } from '@/lib/jobs/enqueue'
import { countBoughtTogether } from '@/lib/services/merchandising/bought-together'
import { type Catalogue, DEMO, generateCatalogue } from './seed-data/catalogue'
import { makeSynonyms } from './seed-data/synonyms'

export { makePictures } from './pictures'

const DOCUMENTS_AT_ONCE = 250
const ROWS_AT_ONCE = 1_000

interface Progress {
  done: number
  total: number
  what: string
}

interface Wish {
  onProgress?: (progress: Progress) => void
  now?: Date
  products?: number
  orders?: number
}

/**
 * Empties both stores and fills them with the demo shop. Not atomic: who starts it notes beforehand that it is not
 * complete (lib/dev/seeding/seed-state.ts), and begins again where that note is left.
 */
export async function seed(wish: Wish = {}): Promise<void> {
  const {
    onProgress,
    now = new Date(),
    products: productCount = DEMO.products,
    orders: orderCount = DEMO.orders,
  } = wish
  const shop = withSecretIds(generateCatalogue({ products: productCount, orders: orderCount, now }))
  const { inventory, movements, priceChanges, orders, reviews, votes } = shop
  const rows = [shop.categories, shop.products, inventory, movements, priceChanges, reviews, votes]
  const total = rows.reduce((sum, { length }) => sum + length, 0)
  let done = 0
  const tell = (what: string, more = 0) => {
    done += more
    onProgress?.({ done, total, what })
  }
  tell('Emptying the store')
  await empty()

  await categories().insertMany(shop.categories.map((category) => ({ ...category, updatedAt: now })))
  await collections().insertMany(shop.collections.map((collection) => ({ ...collection, updatedAt: now })))
  await merchandising().insertMany(shop.merchandising.map((order) => ({ ...order, updatedAt: now })))
  await synonyms().insertMany(makeSynonyms(now))
  tell('Shelving products', shop.categories.length)
  await inBatches(shop.products, DOCUMENTS_AT_ONCE, async (batch) => {
    const updatedAt = await mongoNow() // what indexes read changes by
    await products().insertMany(batch.map((product) => ({ ...product, updatedAt })))
    tell('Shelving products', batch.length)
  })
  await inBatches(inventory, ROWS_AT_ONCE, async (data) => {
    await postgres().inventory.createMany({ data })
    tell('Counting stock', data.length)
  })
  await inBatches(priceChanges, ROWS_AT_ONCE, async (data) => {
    await postgres().priceChange.createMany({ data })
    tell('Writing down prices', data.length)
  })
  await writeOrders(orders)
  await inBatches(movements, ROWS_AT_ONCE, async (data) => {
    await postgres().stockMovement.createMany({ data })
    tell('Booking orders', data.length)
  })
  await inBatches(reviews, ROWS_AT_ONCE, async (data) => {
    await postgres().review.createMany({ data })
    tell('Reading reviews', data.length)
  })
  await inBatches(votes, ROWS_AT_ONCE, async (data) => {
    await postgres().reviewVote.createMany({ data })
    tell('Reading reviews', data.length)
  })
  await countBoughtTogether({ now, silent: true })
  const settings = Object.entries(DEMO_SETTINGS).map(([key, value]) => ({ key, value }))
  await postgres().setting.createMany({ data: settings })
  await tellRunningStore()
}

/** The ids of orders open them to whoever knows them, so those of the shop must not follow from a published seed. */
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

// Ledgers refuse deletion, so they are truncated.
async function empty(): Promise<void> {
  await prepareMongo()
  await forgetMongoIdentity()
  await Promise.all([products, categories, collections, merchandising, synonyms].map((all) => all().deleteMany({})))
  await postgres().$executeRaw`
    TRUNCATE "Setting", "Inventory", "StockMovement", "PriceChange", "Cart", "CartItem", "Order", "OrderItem", "OrderTax", "OrderEvent",
      "RateLimit", "Review", "ReviewVote", "ReviewReport", "BoughtTogether" RESTART IDENTITY`
  // Jobs that wait would speak of orders and products that are gone. The recurring ones only a start of the worker makes.
  if (await hasQueues())
    await postgres()
      .$executeRaw`DELETE FROM pgboss.job WHERE name LIKE 'mail.%' OR name IN ('catalogue.changed', 'reviews.changed')`
}

/** A store that runs forgets its pages. */
async function tellRunningStore(): Promise<void> {
  if (!(await hasQueues())) return
  const since = new Date().toISOString()
  const change = { productIds: [], categories: [], home: true, since, everything: true }
  await transaction((tx) => enqueue(tx, { name: 'catalogue.changed', data: change }))
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
