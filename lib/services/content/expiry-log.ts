import { type PageChange, tagsOf } from '@/lib/cache'
import { postgres, type Tx } from '@/lib/db/postgres'

const HOUR_MS = 3_600_000
const KEPT_MS = 72 * HOUR_MS
/**
 * An instance that has not polled for longer than this expires all pages. Entries are kept for longer, so that none is
 * deleted unread.
 */
export const MAX_AWAY_MS = 48 * HOUR_MS

/**
 * Makes every instance expire the pages affected by a change, if this transaction commits. `at` is the time when the
 * change takes effect, by default now.
 */
export async function expirePages(tx: Tx, change: PageChange, at?: Date): Promise<void> {
  const tags = tagsOf(change)
  if (tags.length > 0) await tx.pageExpiry.create({ data: { tags, at } })
}

/** Deletes entries older than three days, which all instances have read by then. */
export async function pruneExpiryLog(now = new Date()): Promise<void> {
  await postgres().pageExpiry.deleteMany({ where: { at: { lt: new Date(Number(now) - KEPT_MS) } } })
}
