import { transaction } from '@/lib/db/postgres'
import { announceSaleBoundaries } from '@/lib/services/pricing/sales'
import { enqueueNext } from '../enqueue'
import type { JobData } from '../queues'

/** Expires the pages of products whose sale began or ended, and enqueues the next run. */
export async function passSaleBoundary({ from }: JobData<'sales.boundary'>): Promise<void> {
  const to = new Date()
  const startAfter = await announceSaleBoundaries({ from: new Date(from), to })
  const next = { name: 'sales.boundary' as const, data: { from: to.toISOString() }, startAfter }
  await transaction((tx) => enqueueNext(tx, next))
}
