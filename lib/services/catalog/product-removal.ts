import { ObjectId } from 'mongodb'
import { MAX_TIME_MS, products, tombstones } from '@/lib/db/mongo'
import { writeForPages } from './page-changes'

/**
 * Deletes a product for good, and has the pages that show it rendered anew. The tombstone comes first: an index that is
 * not running now learns of it when it starts from what it kept. Doing it again after a crash completes it. Stock and
 * price history stay, for orders refer to them.
 */
export async function removeProduct(productId: string): Promise<void> {
  const _id = new ObjectId(productId)
  const options = { maxTimeMS: MAX_TIME_MS }
  const document = await products().findOne({ _id }, { projection: { category: 1 }, ...options })
  const categories = document ? [document.category] : []
  await writeForPages({ productIds: [productId], categories, home: true }, async () => {
    // The clock of the database, for indexes read what was deleted since by it.
    await tombstones().updateOne({ _id }, { $currentDate: { deletedAt: true } }, { upsert: true, ...options })
    await products().deleteOne({ _id }, options)
  })
}
