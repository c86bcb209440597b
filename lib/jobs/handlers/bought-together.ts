import { transaction } from '@/lib/db/postgres'
import { nextMidnight } from '@/lib/domain/pricing/shop-midnight'
import { countBoughtTogether } from '@/lib/services/merchandising/bought-together'
import { enqueueNext } from '../enqueue'

const PAST_MIDNIGHT_MS = 2 * 3_600_000 // when few people shop

/** Counts which products are bought together, and enqueues the next night's run. */
export async function countCompanions(_: unknown, now = new Date()): Promise<void> {
  await countBoughtTogether({ now })
  const startAfter = new Date(Number(nextMidnight(now)) + PAST_MIDNIGHT_MS)
  await transaction((tx) => enqueueNext(tx, { name: 'bought-together', data: {}, startAfter }))
}
