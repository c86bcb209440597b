import PgBoss from 'pg-boss'
import type { Tx } from '@/lib/db/postgres'
import { type Job, QUEUES } from './queues'

// Only makes the statement; it is run by the transaction that is passed.
let boss: PgBoss | undefined
const statements = () => {
  boss ??= new PgBoss({
    db: { executeSql: () => Promise.reject(new Error('Jobs are enqueued within a transaction')) },
    schedule: false,
    supervise: false,
  })
  return boss
}

/**
 * Enqueues jobs that exist if and only if the transaction commits. Throws where a queue does not exist, which pg-boss
 * would pass over in silence.
 */
export async function enqueue(tx: Tx, ...jobs: Job[]): Promise<void> {
  const inserted = await insert(tx, jobs)
  if (inserted !== jobs.length)
    throw new Error(`Only ${inserted} of ${jobs.length} jobs could be enqueued: is a queue missing? (prepareJobs)`)
}

/** Enqueues the next run of a recurring job unless one is waiting already. */
export async function enqueueNext(tx: Tx, job: Job): Promise<void> {
  await insert(tx, [job])
}

async function insert(tx: Tx, jobs: Job[]): Promise<number> {
  const rows = jobs.map(({ name, data, startAfter }) => ({ name, data: QUEUES[name].schema.parse(data), startAfter }))
  let inserted = 0
  const executeSql = async (text: string, values: unknown[]) => {
    inserted = await tx.$executeRawUnsafe(text, ...values)
    return { rows: [] }
  }
  await statements().insert(rows, { db: { executeSql } })
  return inserted
}
