import type { PageChange } from '@/lib/cache'
import { type Tx, transaction } from '@/lib/db/postgres'
import { expirePages } from '../content/expiry-log'

/** By then any write to MongoDB is done or given up: twice the time to find a server and to wait for its answer. */
const SURELY_WRITTEN_MS = 90_000

/**
 * Runs a MongoDB write and expires the pages that show what it changes. An expiry for the moment when the write is surely
 * over is logged before it, so that a crash at any point leaves no page stale; another follows the write at once. Rejects
 * as the write does.
 */
export async function writeForPages<T>(change: PageChange, write: () => Promise<T>): Promise<T> {
  await transaction((tx) => expirePagesLater(tx, change))
  const written = await write()
  await expirePagesNow(change)
  return written
}

/** Logs the expiry for a MongoDB write that follows this transaction; `expirePagesNow` follows the write. */
export const expirePagesLater = (tx: Tx, change: PageChange): Promise<void> =>
  expirePages(tx, change, new Date(Date.now() + SURELY_WRITTEN_MS))

/** Expires the pages of a write that was done. Never rejects: the expiry that was logged before the write comes later. */
export const expirePagesNow = (change: PageChange): Promise<void> =>
  transaction((tx) => expirePages(tx, change)).catch((error: unknown) => {
    console.error('Pages show a change only after 90 seconds, as Postgres did not take note of it at once.', error)
  })
