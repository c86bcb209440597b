import { randomUUID } from 'node:crypto'
import { ObjectId } from 'mongodb'
import { type CategoryDocument, categoryDocumentSchema } from '@/lib/contracts/catalog/category'
import { type ProductDocument, productDocumentSchema } from '@/lib/contracts/catalog/product'
import type { PlaceOrderInput } from '@/lib/contracts/checkout/checkout'
import { DEMO_SETTINGS, type Settings } from '@/lib/contracts/settings'
import { categories, collections, merchandising, products } from '@/lib/db/mongo'
import { postgres, transaction } from '@/lib/db/postgres'
import { priceOf } from '@/lib/domain/pricing/pricing'

// Test data for a small store, the same in every run.

const THEN = new Date('2026-01-01T00:00:00Z')
export const LAPTOPS = 'electronics/laptops'
export const BOOKS = 'books/novels'

/**
 * Empties both databases, and writes settings and two categories. Ledgers are truncated, because they refuse DELETE.
 */
export async function emptyStores(settings: Settings = DEMO_SETTINGS): Promise<void> {
  await postgres().$executeRaw`
    TRUNCATE "Setting", "Inventory", "StockMovement", "PriceChange", "Cart", "CartItem", "Order", "OrderItem", "OrderTax", "OrderEvent", "Withdrawal",
      "RateLimit", "Review", "ReviewVote", "ReviewReport", "BoughtTogether", "PageExpiry",
      "User", "PasswordCredential", "Session", "AuthChallenge", "AuthEvent", "KnownDevice", "Totp", "RecoveryCode",
      "Passkey", "Address", "DataExport", "Wishlist", "WishlistItem", "StockNotice", "PriceDropNotice", pgboss.job`
  await Promise.all([products, categories, collections, merchandising].map((all) => all().deleteMany({})))
  const data = Object.entries(settings).map(([key, value]) => ({ key, value }))
  await postgres().setting.createMany({ data })
  await categories().insertMany([category(LAPTOPS, 'standard'), category(BOOKS, 'reduced')])
}

function category(path: string, taxClass: CategoryDocument['taxClass']): CategoryDocument {
  const slugs = path.split('/')
  const [slug = ''] = slugs.slice(-1)
  return categoryDocumentSchema.parse({
    _id: new ObjectId(),
    path,
    slug,
    name: slug,
    description: '',
    parent: slugs.slice(0, -1).join('/') || null,
    order: 0,
    tint: 'mint',
    taxClass,
    specs: [],
    updatedAt: THEN,
  })
}

interface ProductFixture extends Partial<Omit<ProductDocument, '_id'>> {
  sku: string
  /** Price in minor units. */
  price?: number
  sale?: ProductDocument['variants'][number]['sale']
  options?: Record<string, string>
  /** Units in stock; null for a SKU that is missing from Postgres. */
  onHand?: number | null
  lowStockThreshold?: number
}

const offers = new Map<string, ProductDocument>()

/**
 * Creates a product with stock. It has one variant unless `variants` is given; slug and pictures are derived from the
 * SKU.
 */
export async function givenProduct(input: ProductFixture): Promise<ProductDocument> {
  const { sku, price = 1000, sale, options = {}, onHand = 10, lowStockThreshold = 5, ...rest } = input
  const slug = sku.toLowerCase()
  const document = productDocumentSchema.parse({
    _id: new ObjectId(),
    slug,
    status: 'active',
    name: `Product ${sku}`,
    tagline: '',
    description: '',
    brand: 'Halden',
    category: LAPTOPS,
    images: [{ src: `/pictures/${slug}.webp`, alt: '', width: 800, height: 800 }],
    specs: {},
    variants: [{ sku, options, price, sale }],
    rating: { average: 0, count: 0 },
    popularity: 0,
    createdAt: THEN,
    updatedAt: THEN,
    ...rest,
  })
  await products().insertOne(document)
  offers.set(sku, document)
  if (onHand !== null) await givenStock({ sku, productId: document._id.toHexString(), onHand, lowStockThreshold })
  return document
}

async function givenStock(stock: { sku: string; productId: string; onHand: number; lowStockThreshold: number }) {
  await transaction(async (tx) => {
    await tx.inventory.create({ data: stock })
    const { sku, onHand } = stock
    if (onHand > 0) await tx.stockMovement.create({ data: { sku, delta: onHand, reason: 'INITIAL', actor: 'test' } })
  })
}

/** Creates a cart with these lines, in this order, at current prices; returns its id. */
export async function givenCart(...lines: { sku: string; quantity?: number }[]): Promise<string> {
  const now = Date.now()
  const data = lines.map(({ sku, quantity = 1 }, index) => ({
    ...offered(sku),
    quantity,
    addedAt: new Date(now + index - lines.length),
  }))
  const { id } = await postgres().cart.create({ data: { items: { createMany: { data } } } })
  return id
}

function offered(sku: string) {
  const product = offers.get(sku)
  if (!product) throw new Error(`There is no product with SKU ${sku}`)
  const seenUnitPrice = priceOf(product.variants[0]!, new Date())
  return { sku, productId: product._id.toHexString(), seenUnitPrice, name: product.name, optionsText: '' }
}

/** Returns the checkout input of a guest in Hamburg who pays by transfer and expects this total (minor units). */
export function guestInput(expectedTotal: number, changes: Partial<PlaceOrderInput> = {}): PlaceOrderInput {
  return {
    email: 'Ines.Halvorsen@example.com',
    address: {
      firstName: 'Ines',
      lastName: 'Halvorsen',
      street: 'Lange Reihe 28',
      extra: undefined,
      postcode: '20099',
      city: 'Hamburg',
      country: 'DE',
    },
    deliveryMethod: 'STANDARD',
    paymentMethod: 'BANK_TRANSFER',
    idempotencyKey: randomUUID(),
    expectedTotal,
    ...changes,
  }
}

/** Returns the SKUs whose stock differs from the sum of their ledger entries. */
export async function unbalancedSkus(): Promise<string[]> {
  const rows = await postgres().$queryRaw<{ sku: string }[]>`
    SELECT i.sku FROM "Inventory" i LEFT JOIN "StockMovement" m USING (sku)
    GROUP BY i.sku HAVING i."onHand" <> coalesce(sum(m.delta), 0) OR i."onHand" < 0`
  return rows.map(({ sku }) => sku)
}

/** Returns the log of expired pages, oldest first: the tags of each entry, and the seconds until it takes effect. */
export async function loggedExpiries(): Promise<{ tags: string[]; seconds: number }[]> {
  return postgres().$queryRaw`
    SELECT tags, extract(epoch FROM at - clock_timestamp())::float AS seconds FROM "PageExpiry" ORDER BY id`
}

/** Returns the data of all waiting jobs in a queue, oldest first. */
export async function jobsIn(queue: string): Promise<unknown[]> {
  const rows = await postgres().$queryRaw<{ data: unknown }[]>`
    SELECT data FROM pgboss.job WHERE name = ${queue} ORDER BY created_on, id`
  return rows.map(({ data }) => data)
}
