import { type PageChange, tagsOf } from '@/lib/cache'
import { postgres, type Tx } from '@/lib/db/postgres'

const HOUR_MS = 3_600_000
const KEPT_MS = 72 * HOUR_MS
/** An instance that was away for longer than this expires everything, well before anything it did not read is deleted. */
export const MAX_AWAY_MS = 48 * HOUR_MS

/**
 * Has every instance render the pages anew that show what this transaction changes, if and only if it commits. `at` is
 * the moment from which the change holds; by default now.
 */
export async function expirePages(tx: Tx, change: PageChange, at?: Date): Promise<void> {
  const tags = tagsOf(change)
  if (tags.length > 0) await tx.pageExpiry.create({ data: { tags, at } })
}

/** Deletes entries that every instance has read: those older than three days. */
export async function pruneExpiryLog(now = new Date()): Promise<void> {
  await postgres().pageExpiry.deleteMany({ where: { at: { lt: new Date(Number(now) - KEPT_MS) } } })
}
