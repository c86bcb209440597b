import PgBoss from 'pg-boss'
import type { Tx } from '@/lib/db/postgres'
import { type Job, QUEUES } from './queues'

// This instance only builds SQL statements; the caller's transaction runs them.
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
 * Enqueues jobs if the transaction commits, and only then. Throws if a queue is missing, which pg-boss would ignore.
 */
export async function enqueue(tx: Tx, ...jobs: Job[]): Promise<void> {
  const inserted = await insert(tx, jobs)
  if (inserted !== jobs.length)
    throw new Error(`Only ${inserted} of ${jobs.length} jobs could be enqueued: is a queue missing? (prepareJobs)`)
}

/**
 * Enqueues the next run of a recurring job unless one is waiting already. The job's handler calls this before it ends.
 */
export async function enqueueNext(tx: Tx, job: Job): Promise<void> {
  await insert(tx, [job])
}

/**
 * Enqueues the first run of a recurring job unless one is waiting, running or being retried. For workers that start
 * while others are running: a second waiting job would keep the running job from enqueuing its own successor, which
 * continues where it ended.
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
