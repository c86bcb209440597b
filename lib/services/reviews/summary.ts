import { ObjectId } from 'mongodb'
import { z } from 'zod'
import { productDocumentSchema } from '@/lib/contracts/catalog/product'
import { MAX_TIME_MS, parseDocument, products } from '@/lib/db/mongo'
import { postgres, type Tx, transaction } from '@/lib/db/postgres'
import { type RatingSummary, ratingSummary } from '@/lib/domain/reviews/review-summary'
import { expirePages } from '../content/expiry-log'

const countsSchema = z.array(z.object({ rating: z.number(), count: z.number() }))

/** Returns the current summary of a product's reviews, without hidden ones. */
export async function ratingOf(productId: string, db: Tx = postgres()): Promise<RatingSummary> {
  const rows = countsSchema.parse(
    await db.$queryRaw`
      SELECT rating, count(*)::int AS count FROM "Review"
      WHERE "productId" = ${productId} AND "hiddenAt" IS NULL GROUP BY rating`,
  )
  const counts = new Map(rows.map(({ rating, count }) => [rating, count]))
  const of = (stars: number) => counts.get(stars) ?? 0
  return ratingSummary([of(1), of(2), of(3), of(4), of(5)])
}

const MAX_ROUNDS = 20
const placeSchema = productDocumentSchema.pick({ _id: true, category: true })

/**
 * Updates the review summary in the product's document and expires the product's pages. Idempotent. Concurrent runs are
 * safe: each counts again after its write and repeats it until the count is unchanged.
 */
export async function refreshRating(productId: string, count = (id: string) => ratingOf(id)): Promise<void> {
  let rating = await count(productId)
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const document = await products().findOneAndUpdate(
      { _id: new ObjectId(productId) },
      // Uses the database's clock, because the search index finds changed products by comparing `updatedAt` with that
      // clock.
      { $set: { rating }, $currentDate: { updatedAt: true } },
      { projection: { category: 1 }, maxTimeMS: MAX_TIME_MS },
    )
    if (!document) return // the product was deleted, which also expired its pages
    const latest = await count(productId)
    if (isSame(rating, latest)) return announce(productId, parseDocument(placeSchema, document).category)
    rating = latest
  }
  throw new Error(`The reviews of ${productId} change faster than they can be counted`)
}

const isSame = (a: RatingSummary, b: RatingSummary) => a.histogram.every((count, index) => count === b.histogram[index])

/** Expires the product's page, the listings that show its rating, and the home page if it shows the product. */
const announce = (productId: string, category: string): Promise<void> =>
  transaction((tx) => expirePages(tx, { productIds: [productId], categories: [category] }))
