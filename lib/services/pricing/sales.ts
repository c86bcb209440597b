import type { Document, ObjectId } from 'mongodb'
import { z } from 'zod'
import { productDocumentSchema, variantSchema } from '@/lib/contracts/catalog/product'
import { MAX_TIME_MS, products, soundDocument } from '@/lib/db/mongo'
import { type Tx, transaction } from '@/lib/db/postgres'
import { nextPriceChange } from '@/lib/domain/pricing/pricing'
import { expirePages } from '../content/expiry-log'
import { watchPrices } from '../customers/notices/price-watch'

const LOOK_AGAIN_MS = 60_000 // long enough to be cheap, short enough to find sales added in the meantime
const PAGE = 1_000
const BATCH = 500

const onSaleSchema = productDocumentSchema
  .pick({ _id: true, category: true })
  .extend({ variants: z.array(variantSchema.pick({ sale: true })) })

interface Boundary {
  id: string
  category: string
  /** Whether one of the product's sales started or ended after `from`, up to and including `to`. */
  isPast: boolean
  next: Date | null
}

/**
 * Expires the pages of products whose sale started or ended after `from`, up to and including `to`, and has people told
 * who saved them. Returns when to run again: at the next start or end of a sale, but after a minute at most. Idempotent.
 */
export async function announceSaleBoundaries({ from, to }: { from: Date; to: Date }): Promise<Date> {
  const horizon = new Date(Number(to) + LOOK_AGAIN_MS)
  const boundaries = await findBoundaries({ from, to, horizon })
  const past = boundaries.filter(({ isPast }) => isPast)
  if (past.length > 0) await transaction((tx) => expireBoundaries(tx, past, { from, to }))
  const upcoming = boundaries.flatMap(({ next }) => (next && next < horizon ? [Number(next)] : []))
  return new Date(Math.min(Number(horizon), ...upcoming))
}

async function findBoundaries({ from, to, horizon }: { from: Date; to: Date; horizon: Date }): Promise<Boundary[]> {
  const within = { $gt: from, $lte: horizon }
  const hasBoundary = {
    $or: [
      { variants: { $elemMatch: { 'sale.startsAt': within } } },
      { variants: { $elemMatch: { 'sale.endsAt': within } } },
    ],
  }
  const options = {
    projection: { category: 1, 'variants.sale': 1 },
    sort: { _id: 1 as const },
    limit: PAGE,
    maxTimeMS: MAX_TIME_MS,
  }
  const boundaries: Boundary[] = []
  for (let after: ObjectId | null = null; ; ) {
    const filter: Document = after ? { ...hasBoundary, _id: { $gt: after } } : hasBoundary
    const page = await products().find<Document>(filter, options).toArray()
    boundaries.push(...page.flatMap((document) => toBoundary(document, { from, to }) ?? []))
    if (page.length < PAGE) return boundaries
    after = page.at(-1)?._id ?? null
  }
}

function toBoundary(document: Document, { from, to }: { from: Date; to: Date }): Boundary | null {
  const sound = soundDocument(onSaleSchema, document)
  if (!sound) return null
  const { _id, category, variants } = sound
  const moments = variants.flatMap(({ sale }) => (sale ? [sale.startsAt, sale.endsAt] : []))
  const isPast = moments.some((moment) => moment > from && moment <= to)
  return { id: _id.toHexString(), category, isPast, next: nextPriceChange(variants, to) }
}

async function expireBoundaries(
  tx: Tx,
  boundaries: Boundary[],
  { from: since, to }: { from: Date; to: Date },
): Promise<void> {
  for (let from = 0; from < boundaries.length; from += BATCH) {
    const batch = boundaries.slice(from, from + BATCH)
    const productIds = batch.map(({ id }) => id)
    await expirePages(tx, { productIds, categories: batch.map(({ category }) => category), home: true }, to)
    await watchPrices(tx, productIds, since)
  }
}
