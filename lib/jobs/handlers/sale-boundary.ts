import { transaction } from '@/lib/db/postgres'
import { announceSaleBoundaries } from '@/lib/services/pricing/sales'
import { enqueueNext } from '../enqueue'
import type { JobData } from '../queues'

/** Expires pages whose sale began or ended, and enqueues a run for the next such moment. */
export async function passSaleBoundary({ from }: JobData<'sales.boundary'>): Promise<void> {
  const to = new Date()
  const startAfter = await announceSaleBoundaries({ from: new Date(from), to })
  const next = { name: 'sales.boundary' as const, data: { from: to.toISOString() }, startAfter }
  await transaction((tx) => enqueueNext(tx, next))
}
