import { ObjectId } from 'mongodb'
import { MAX_TIME_MS, products, tombstones } from '@/lib/db/mongo'
import { writeForPages } from './page-changes'

/**
 * Deletes a product for good and expires its pages. The tombstone is written first, for indexes that are not running now.
 * Running it again after a crash completes it. Stock and price history remain, as orders refer to them.
 */
export async function removeProduct(productId: string): Promise<void> {
  const _id = new ObjectId(productId)
  const options = { maxTimeMS: MAX_TIME_MS }
  const document = await products().findOne({ _id }, { projection: { category: 1 }, ...options })
  const categories = document ? [document.category] : []
  await writeForPages({ productIds: [productId], categories, home: true }, async () => {
    // The database's clock, by which indexes read deletions.
    await tombstones().updateOne({ _id }, { $currentDate: { deletedAt: true } }, { upsert: true, ...options })
    await products().deleteOne({ _id }, options)
  })
}
