import type { PageChange } from '@/lib/cache'
import { type Tx, transaction } from '@/lib/db/postgres'
import { expirePages } from '../content/expiry-log'

/** After this time a write to MongoDB has either succeeded or failed: twice server selection plus answer timeout. */
const SURELY_WRITTEN_MS = 90_000

/**
 * Runs a MongoDB write and expires its pages. The expiry is logged before the write, for a time when that is certainly over,
 * so a crash leaves no stale page; a second expiry follows the write at once. Rejects if the write does.
 */
export async function writeForPages<T>(change: PageChange, write: () => Promise<T>): Promise<T> {
  await transaction((tx) => expirePagesLater(tx, change))
  const written = await write()
  await expirePagesNow(change)
  return written
}

/** Logs the expiry for a MongoDB write that follows this transaction; after the write, call `expirePagesNow`. */
export const expirePagesLater = (tx: Tx, change: PageChange): Promise<void> =>
  expirePages(tx, change, new Date(Date.now() + SURELY_WRITTEN_MS))

/** Expires the pages of a finished write at once. Never rejects: the expiry logged before the write comes later. */
export const expirePagesNow = (change: PageChange): Promise<void> =>
  transaction((tx) => expirePages(tx, change)).catch((error: unknown) => {
    console.error('Pages could not be expired at once; they follow the change in 90 seconds.', error)
  })
