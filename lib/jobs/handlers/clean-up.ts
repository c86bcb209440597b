import { transaction } from '@/lib/db/postgres'
import { cleanUpCarts } from '@/lib/services/cart'
import { cleanUpAttempts } from '@/lib/services/rate-limit'
import { enqueueNext } from '../enqueue'

const DAY_MS = 86_400_000

/** Deletes what has had its time, and comes again tomorrow. */
export async function cleanUp(): Promise<void> {
  await cleanUpCarts()
  await cleanUpAttempts()
  const startAfter = new Date(Date.now() + DAY_MS)
  await transaction((tx) => enqueueNext(tx, { name: 'clean-up', data: {}, startAfter }))
}
