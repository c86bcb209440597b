import type { PageChange } from '@/lib/cache'
import { type Tx, transaction } from '@/lib/db/postgres'
import { expirePages } from '../content/expiry-log'

/**
 * Time after which a MongoDB write has certainly ended, even with its one retry: more than twice the sum of the server
 * selection timeout and the socket timeout.
 */
const SURELY_WRITTEN_MS = 90_000

/**
 * Runs a MongoDB write and expires the pages that it affects. One expiry is logged before the write and takes effect
 * when the write is certainly over, so that even a crash leaves no stale page; another is logged right after the write.
 * Rejects if the write fails.
 */
export async function writeForPages<T>(change: PageChange, write: () => Promise<T>): Promise<T> {
  await transaction((tx) => expirePagesLater(tx, change))
  const written = await write()
  await expirePagesNow(change)
  return written
}

/** Logs a delayed expiry for the MongoDB write that follows this transaction. Call `expirePagesNow` after the write. */
export const expirePagesLater = (tx: Tx, change: PageChange): Promise<void> =>
  expirePages(tx, change, new Date(Date.now() + SURELY_WRITTEN_MS))

/** Expires pages right after a write. Never rejects, because the expiry logged before the write takes effect anyway. */
export const expirePagesNow = (change: PageChange): Promise<void> =>
  transaction((tx) => expirePages(tx, change)).catch((error: unknown) => {
    console.error('Pages could not be expired at once; they follow the change in 90 seconds.', error)
  })
