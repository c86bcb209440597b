import { transaction } from '@/lib/db/postgres'
import { nextMidnight } from '@/lib/domain/pricing/shop-midnight'
import { cleanUpCarts } from '@/lib/services/cart/cart'
import { expirePages, pruneExpiryLog } from '@/lib/services/content/expiry-log'
import { cleanUpAttempts } from '@/lib/services/rate-limit'
import { enqueueNext } from '../enqueue'
import type { JobData } from '../queues'

const PAST_MIDNIGHT_MS = 60_000

const HOUR_MS = 3_600_000

/** Deletes what has had its time, has all pages rendered anew on a new day, and comes again each hour and shortly after midnight. */
export async function cleanUp({ isNewDay = false }: JobData<'clean-up'>, now = new Date()): Promise<void> {
  await cleanUpCarts()
  await cleanUpAttempts()
  await pruneExpiryLog(now)
  const midnight = Number(nextMidnight(now))
  const inAnHour = Number(now) + HOUR_MS
  const isNextDay = inAnHour >= midnight
  const startAfter = new Date(isNextDay ? midnight + PAST_MIDNIGHT_MS : inAnHour)
  await transaction(async (tx) => {
    // What is new today is so no longer some day, though nobody changes it.
    if (isNewDay) await expirePages(tx, { everything: true })
    await enqueueNext(tx, { name: 'clean-up', data: { isNewDay: isNextDay }, startAfter })
  })
}
