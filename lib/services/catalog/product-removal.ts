import { ObjectId } from 'mongodb'
import { MAX_TIME_MS, products, tombstones } from '@/lib/db/mongo'
import { writeForPages } from './page-changes'

/**
 * Deletes a product permanently and expires its pages. Writes a tombstone first, from which search indexes that are
 * offline learn of the deletion later. Calling it again after a crash completes the deletion. Stock and price history
 * remain, because orders refer to them.
 */
export async function removeProduct(productId: string): Promise<void> {
  const _id = new ObjectId(productId)
  const options = { maxTimeMS: MAX_TIME_MS }
  const document = await products().findOne({ _id }, { projection: { category: 1 }, ...options })
  const categories = document ? [document.category] : []
  await writeForPages({ productIds: [productId], categories, home: true }, async () => {
    // Uses the database's clock, because search indexes find deletions by comparing `deletedAt` with that clock.
    await tombstones().updateOne({ _id }, { $currentDate: { deletedAt: true } }, { upsert: true, ...options })
    await products().deleteOne({ _id }, options)
  })
}
