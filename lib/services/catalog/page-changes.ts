import type { CatalogueChange } from '@/lib/contracts/catalog/catalogue-change'
import { type Tx, transaction } from '@/lib/db/postgres'
import { enqueue } from '@/lib/jobs/enqueue'

/** By then any write to MongoDB is done or given up: twice the time to find a server and to wait for its answer. */
const SURELY_WRITTEN_MS = 90_000

const NOTHING = { productIds: [], categories: [], home: false }

type Change = Partial<Omit<CatalogueChange, 'since'>>

/**
 * Does a write that MongoDB decides, and has the pages that show it rendered anew. The job stands before the write, so
 * that a crash at any point leaves no page stale; it runs once the write is surely over. Another follows the write at
 * once, so that nobody waits for that. Rejects as the write does.
 */
export async function writeForPages<T>(change: Change, write: () => Promise<T>): Promise<T> {
  await transaction((tx) => tellPagesLater(tx, change))
  const written = await write()
  await tellPages(change)
  return written
}

/** Enqueues the job for a write to MongoDB that follows this transaction; whoever has written says so by `tellPages`. */
export const tellPagesLater = (tx: Tx, change: Change): Promise<void> =>
  enqueue(tx, { ...jobOf(change), startAfter: new Date(Date.now() + SURELY_WRITTEN_MS) })

/** Has pages of a write that was done rendered anew at once. Never rejects: the job that stood before the write comes later. */
export const tellPages = (change: Change): Promise<void> =>
  transaction((tx) => enqueue(tx, jobOf(change))).catch((error: unknown) => {
    console.error('Pages are told of a change in 90 seconds, as it could not be done at once.', error)
  })

const jobOf = (change: Change) => ({
  name: 'catalogue.changed' as const,
  data: { ...NOTHING, ...change, since: new Date().toISOString() },
})
