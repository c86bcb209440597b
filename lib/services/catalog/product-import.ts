import { type Document, serialize } from 'bson'
import type { UpdateFilter } from 'mongodb'
import { z } from 'zod'
import { type ProductDocument, productDocumentSchema } from '@/lib/contracts/catalog/product'
import { type ImportedProduct, importedProductSchema } from '@/lib/contracts/catalog/product-import'
import { MAX_TIME_MS, mongoNow, products } from '@/lib/db/mongo'
import { type Tx, transaction } from '@/lib/db/postgres'
import { formerSlugs } from '@/lib/domain/catalog/former-slugs'
import { watchPrices } from '../customers/notices/price-watch'
import { expirePagesLater, expirePagesNow } from './page-changes'

const BATCH = 500
const BATCHES_AT_ONCE = 3
/** How far in the past an imported price may begin, for people to be told that it fell. */
const PRICES_SINCE_MS = 86_400_000

type Parsed = z.output<typeof importedProductSchema>

/** Numbers of imported products by outcome. */
export interface ImportCount {
  added: number
  changed: number
  unchanged: number
}

interface ImportOptions {
  /** Name of the person or program that runs the import, for the stock ledger. */
  actor: string
  /** Called after each batch of 500 products. */
  onProgress?: (count: ImportCount) => void
}

/**
 * Writes products to both databases, matching existing ones by id. Units of new SKUs are booked as their first stock
 * movement; known SKUs keep their stock, because an import is not a delivery. Prices missing from the ledger are added.
 * Existing documents keep their launch date, rating and popularity; all imported fields are replaced.
 *
 * Each batch is written to Postgres first: after a crash, there may be stock of products that are not visible yet, and
 * importing again completes them. Importing unchanged products changes nothing. Throws if a product is invalid, or if a
 * SKU or slug belongs to another product; earlier batches remain.
 */
export async function importProducts(
  incoming: Iterable<ImportedProduct> | AsyncIterable<ImportedProduct>,
  { actor, onProgress }: ImportOptions,
): Promise<ImportCount> {
  const count: ImportCount = { added: 0, changed: 0, unchanged: 0 }
  const running = new Set<Promise<unknown>>()
  try {
    for await (const batch of batches(incoming)) {
      const work = importBatch(batch.map(parse), actor).then((done) => {
        for (const key of ['added', 'changed', 'unchanged'] as const) count[key] += done[key]
        running.delete(work)
        onProgress?.({ ...count })
      })
      running.add(work)
      work.catch(() => {}) // a failure is reported where all running batches are awaited
      if (running.size >= BATCHES_AT_ONCE) await Promise.race(running)
    }
    await Promise.all(running)
  } finally {
    await Promise.allSettled(running)
  }
  return count
}

async function* batches(incoming: Iterable<ImportedProduct> | AsyncIterable<ImportedProduct>) {
  let batch: ImportedProduct[] = []
  for await (const one of incoming) {
    batch.push(one)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function parse(imported: ImportedProduct): Parsed {
  const { success, data, error } = importedProductSchema.safeParse(imported)
  if (success) return data
  throw new Error(`${imported.product.name} cannot be imported: ${z.prettifyError(error)}`)
}

async function importBatch(batch: Parsed[], actor: string): Promise<ImportCount> {
  const { now, known } = await readKnown(batch)
  const added: ProductDocument[] = []
  const changed: ProductDocument[] = []
  for (const { product } of batch) {
    const before = known.get(product._id.toHexString())
    if (!before) added.push({ ...product, updatedAt: now })
    else {
      const { createdAt, rating, popularity, updatedAt } = before
      const after = { ...product, createdAt, rating, popularity, updatedAt, formerSlugs: slugsBefore(before, product) }
      if (!isSame(before, after)) changed.push({ ...after, updatedAt: now })
    }
  }
  const written = [...added, ...changed]
  const pages = pagesOf(written)
  await transaction(async (tx) => {
    await bookStock(tx, batch, actor)
    await writePrices(tx, batch)
    if (written.length > 0) await expirePagesLater(tx, pages)
    const productIds = changed.map(({ _id }) => _id.toHexString())
    await watchPrices(tx, productIds, new Date(Number(now) - PRICES_SINCE_MS))
  })
  // Read the clock again: Postgres may have taken longer than the time for which the search index looks back.
  const updatedAt = written.length > 0 ? await mongoNow() : now
  if (added.length > 0)
    await products().insertMany(
      added.map((document) => ({ ...document, updatedAt })),
      { ordered: false },
    )
  if (changed.length > 0)
    await products().bulkWrite(
      changed.map(({ _id, ...document }) => ({
        updateOne: { filter: { _id }, update: importedFields({ ...document, updatedAt }) },
      })),
      { ordered: false },
    )
  if (written.length > 0) await expirePagesNow(pages)
  return { added: added.length, changed: changed.length, unchanged: batch.length - written.length }
}

/** Fields that the shop computes itself, possibly while an import is running. */
const OWN_FIELDS = ['_id', 'createdAt', 'rating', 'popularity']
const IMPORTED_FIELDS = Object.keys(productDocumentSchema.shape).filter((name) => !OWN_FIELDS.includes(name))

/** Returns an update of only the imported fields, so that a rating changed in the meantime is kept. */
function importedFields(document: Omit<ProductDocument, '_id'>): UpdateFilter<ProductDocument> {
  const given = Object.entries(document).filter(
    ([name, value]) => IMPORTED_FIELDS.includes(name) && value !== undefined,
  )
  const missing = IMPORTED_FIELDS.filter((name) => !given.some(([one]) => one === name))
  return {
    $set: Object.fromEntries(given),
    ...(missing.length > 0 && { $unset: Object.fromEntries(missing.map((name) => [name, ''])) }),
  }
}

/**
 * Returns the stored documents of these products, and the time by MongoDB's clock, which the search index uses to find
 * changes.
 */
async function readKnown(batch: Parsed[]): Promise<{ now: Date; known: Map<string, ProductDocument> }> {
  const wanted = batch.map(({ product }) => product._id)
  const [now, documents] = await Promise.all([
    mongoNow(),
    products()
      .find({ _id: { $in: wanted } }, { limit: BATCH, batchSize: BATCH, maxTimeMS: MAX_TIME_MS })
      .toArray(),
  ])
  const known = new Map(documents.map((document) => [document._id.toHexString(), document]))
  return { now, known }
}

const slugsBefore = (before: ProductDocument, now: Parsed['product']) =>
  formerSlugs({ slug: before.slug, former: before.formerSlugs }, { slug: now.slug, former: now.formerSlugs })

/** Returns whether both documents are equal, regardless of the order of their fields. */
function isSame(before: ProductDocument, after: ProductDocument): boolean {
  const { success, data } = productDocumentSchema.safeParse(before)
  return success && Buffer.compare(serialize(data as Document), serialize(productDocumentSchema.parse(after))) === 0
}

/**
 * Inserts new SKUs and books their units as first stock movements, in one statement. Throws if a SKU belongs to another
 * product.
 */
async function bookStock(tx: Tx, batch: Parsed[], actor: string): Promise<void> {
  const rows = batch.flatMap(({ product, stock }) =>
    stock.map((row) => ({ ...row, productId: product._id.toHexString() })),
  )
  if (rows.length === 0) return
  const taken = await tx.$queryRaw<{ sku: string }[]>`
    WITH item AS (
      SELECT * FROM unnest(
        ${rows.map(({ sku }) => sku)}::text[], ${rows.map(({ productId }) => productId)}::text[],
        ${rows.map(({ onHand }) => onHand)}::int[], ${rows.map(({ lowStockThreshold }) => lowStockThreshold)}::int[]
      ) AS item (sku, "productId", "onHand", "lowStockThreshold")
    ), added AS (
      INSERT INTO "Inventory" (sku, "productId", "onHand", "lowStockThreshold")
      SELECT sku, "productId", "onHand", "lowStockThreshold" FROM item ORDER BY sku
      ON CONFLICT (sku) DO NOTHING
      RETURNING sku, "onHand"
    ), movements AS (
      INSERT INTO "StockMovement" (sku, delta, reason, actor) SELECT sku, "onHand", 'INITIAL', ${actor} FROM added WHERE "onHand" > 0
    )
    SELECT item.sku FROM item JOIN "Inventory" USING (sku) WHERE "Inventory"."productId" <> item."productId" LIMIT 5`
  if (taken.length > 0) throw new Error(`These SKUs are other products': ${taken.map(({ sku }) => sku).join(', ')}`)
}

/** Inserts the prices that are missing from the ledger, in one statement. */
async function writePrices(tx: Tx, batch: Parsed[]): Promise<void> {
  const rows = batch.flatMap(({ product, prices }) =>
    prices.map((row) => ({ ...row, productId: product._id.toHexString() })),
  )
  if (rows.length === 0) return
  await tx.$executeRaw`
    INSERT INTO "PriceChange" (sku, "productId", price, "validFrom", "validUntil")
    SELECT sku, "productId", price, "validFrom", nullif("validUntil", 'infinity')
    FROM unnest(
      ${rows.map(({ sku }) => sku)}::text[], ${rows.map(({ productId }) => productId)}::text[],
      ${rows.map(({ price }) => price)}::int[], ${rows.map(({ validFrom }) => validFrom.toISOString())}::timestamptz[],
      ${rows.map(({ validUntil }) => validUntil?.toISOString() ?? 'infinity')}::timestamptz[]
    ) AS item (sku, "productId", price, "validFrom", "validUntil")
    WHERE NOT EXISTS (
      SELECT FROM "PriceChange" known
      WHERE known.sku = item.sku AND known."validFrom" = item."validFrom" AND known.price = item.price
        AND known."validUntil" IS NOT DISTINCT FROM nullif(item."validUntil", 'infinity')
    )`
}

const pagesOf = (written: ProductDocument[]) => ({
  productIds: written.map(({ _id }) => _id.toHexString()),
  categories: [...new Set(written.map(({ category }) => category))],
  home: true,
})
