import type { PageChange } from '@/lib/cache'
import { type Tx, transaction } from '@/lib/db/postgres'
import { expirePages } from '../content/expiry-log'

/**
 * Time after which a MongoDB write has certainly ended: more than twice (one retry) server selection plus answer
 * timeout.
 */
const SURELY_WRITTEN_MS = 90_000

/**
 * Runs a MongoDB write and expires its pages. An expiry is logged before the write, for a time when the write is
 * certainly over, so that a crash leaves no stale page; another one is logged right after the write. Rejects if the
 * write does.
 */
export async function writeForPages<T>(change: PageChange, write: () => Promise<T>): Promise<T> {
  await transaction((tx) => expirePagesLater(tx, change))
  const written = await write()
  await expirePagesNow(change)
  return written
}

/** Logs an expiry for a MongoDB write that follows this transaction. Call `expirePagesNow` after the write. */
export const expirePagesLater = (tx: Tx, change: PageChange): Promise<void> =>
  expirePages(tx, change, new Date(Date.now() + SURELY_WRITTEN_MS))

/** Expires pages right after a write. Never rejects, because the expiry logged before the write follows anyway. */
export const expirePagesNow = (change: PageChange): Promise<void> =>
  transaction((tx) => expirePages(tx, change)).catch((error: unknown) => {
    console.error('Pages could not be expired at once; they follow the change in 90 seconds.', error)
  })
