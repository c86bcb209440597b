import { transaction } from '@/lib/db/postgres'
import { SEAL_AFTER_MS, sealDays, verifySeals } from '@/lib/services/audit/seals'
import { enqueueNext } from '../enqueue'

const DAY_MS = 86_400_000
const MARGIN_MS = 60_000

/**
 * Seals the days of the audit log that are over, checks all seals, and enqueues the next run for the night after. Writes
 * to the server's log if a day does not match its seal.
 */
export async function sealAudit(now = new Date()): Promise<void> {
  await sealDays(now)
  for (const { day, fault } of await verifySeals(now))
    console.error(`The audit log of ${day} does not match its seal: ${fault}. Somebody edited it in the database.`)
  const midnight = (Math.floor(Number(now) / DAY_MS) + 1) * DAY_MS
  const startAfter = new Date(midnight + SEAL_AFTER_MS + MARGIN_MS)
  await transaction((tx) => enqueueNext(tx, { name: 'audit.seal', data: {}, startAfter }))
}
