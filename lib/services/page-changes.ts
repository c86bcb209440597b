import type { CatalogueChange } from '@/lib/contracts/catalogue-change'
import { transaction } from '@/lib/db/postgres'
import { enqueue } from '@/lib/jobs/enqueue'

/** By then any write to MongoDB is done or given up: twice the time to find a server and to wait for its answer. */
const SURELY_WRITTEN_MS = 90_000

const NOTHING = { productIds: [], categories: [], home: false }

/**
 * Does a write that MongoDB decides, and has the pages that show it rendered anew. The job stands before the write, so
 * that a crash at any point leaves no page stale; it runs once the write is surely over. Another follows the write at
 * once, so that nobody waits for that. Rejects as the write does.
 */
export async function writeForPages<T>(
  change: Partial<Omit<CatalogueChange, 'since'>>,
  write: () => Promise<T>,
): Promise<T> {
  await tell(change, new Date(Date.now() + SURELY_WRITTEN_MS))
  const written = await write()
  await tell(change).catch(() => {}) // the change stands, and the first job tells of it
  return written
}

const tell = (change: Partial<Omit<CatalogueChange, 'since'>>, startAfter?: Date) =>
  transaction((tx) => {
    const since = new Date().toISOString()
    return enqueue(tx, { name: 'catalogue.changed', data: { ...NOTHING, ...change, since }, startAfter })
  })
