import PgBoss from 'pg-boss'
import type { Tx } from '@/lib/db/postgres'
import { type Job, QUEUES } from './queues'

// Only builds statements; the caller's transaction runs them.
let boss: PgBoss | undefined
const statements = () => {
  boss ??= new PgBoss({
    db: { executeSql: () => Promise.reject(new Error('Jobs are enqueued within a transaction')) },
    schedule: false,
    supervise: false,
  })
  return boss
}

/** Enqueues jobs if and only if the transaction commits. Throws if a queue is missing; pg-boss would ignore that. */
export async function enqueue(tx: Tx, ...jobs: Job[]): Promise<void> {
  const inserted = await insert(tx, jobs)
  if (inserted !== jobs.length)
    throw new Error(`Only ${inserted} of ${jobs.length} jobs could be enqueued: is a queue missing? (prepareJobs)`)
}

/** Enqueues the next run of a recurring job unless one is waiting. Its handler calls this before it ends. */
export async function enqueueNext(tx: Tx, job: Job): Promise<void> {
  await insert(tx, [job])
}

/**
 * Enqueues the first run of a recurring job unless one is waiting, running or being retried. For a worker that starts
 * while others run: if it enqueued a second run, the running job could not enqueue the one that continues from its end.
 */
export async function enqueueFirst(tx: Tx, job: Job): Promise<void> {
  const unfinished = await tx.$executeRaw`
    SELECT FROM pgboss.job WHERE name = ${job.name} AND state IN ('created', 'retry', 'active') LIMIT 1`
  if (unfinished === 0) await insert(tx, [job])
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
