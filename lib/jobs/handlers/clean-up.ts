import { transaction } from '@/lib/db/postgres'
import { nextMidnight } from '@/lib/domain/pricing/shop-midnight'
import { cleanUpCarts } from '@/lib/services/cart/cart'
import { expirePages, pruneExpiryLog } from '@/lib/services/content/expiry-log'
import { cleanUpStockNotices } from '@/lib/services/customers/notices/stock-notices'
import { anonymizeOrders, deletePlanned } from '@/lib/services/customers/personal-data/deletion'
import { cleanUpExports } from '@/lib/services/customers/personal-data/export'
import { cleanUpChallenges } from '@/lib/services/customers/sign-in/challenges'
import { cleanUpSessions } from '@/lib/services/customers/sign-in/sessions'
import { cleanUpApiTokens } from '@/lib/services/customers/tokens/api-tokens'
import { cleanUpRefreshTokens } from '@/lib/services/customers/tokens/refresh-tokens'
import { cleanUpWishlists } from '@/lib/services/customers/wishlists/lists'
import { cleanUpAttempts } from '@/lib/services/rate-limit'
import { enqueueNext } from '../enqueue'
import type { JobData } from '../queues'

const PAST_MIDNIGHT_MS = 60_000

const HOUR_MS = 3_600_000

/**
 * Deletes old carts, rate-limit counters, ended sessions, challenges and tokens, what was taken off lists, sent stock
 * notices, expired exports, accounts whose deletion is due and old entries of the expiry log; removes names from orders
 * that need them no longer; and enqueues the next run: in an hour, or earlier, just after midnight. On a new day, also
 * expires all pages.
 */
export async function cleanUp({ isNewDay = false }: JobData<'clean-up'>, now = new Date()): Promise<void> {
  await cleanUpCarts()
  await cleanUpAttempts()
  await cleanUpSessions(now)
  await cleanUpChallenges(now)
  await cleanUpWishlists(now)
  await cleanUpStockNotices(now)
  await cleanUpExports(now)
  await deletePlanned(now)
  await anonymizeOrders(now)
  await cleanUpApiTokens(now)
  await cleanUpRefreshTokens(now)
  await pruneExpiryLog(now)
  const midnight = Number(nextMidnight(now))
  const inAnHour = Number(now) + HOUR_MS
  const isNextDay = inAnHour >= midnight
  const startAfter = new Date(isNextDay ? midnight + PAST_MIDNIGHT_MS : inAnHour)
  await transaction(async (tx) => {
    // As days pass, products stop being new, without any change that would expire their pages.
    if (isNewDay) await expirePages(tx, { everything: true })
    await enqueueNext(tx, { name: 'clean-up', data: { isNewDay: isNextDay }, startAfter })
  })
}
