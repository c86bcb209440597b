import { setTimeout as sleep } from 'node:timers/promises'
import pMap from 'p-map'
import type PgBoss from 'pg-boss'
import { logFailure, messageOf } from './log'
import { QUEUE_NAMES, type QueueName } from './queues'

const POLL_MS = 1_000

/** How a worker handles the jobs of one queue. */
export interface Work {
  /** Number of jobs fetched at once; they are marked as completed together. */
  batchSize: number
  /** Number of jobs of a batch handled at the same time; all by default. */
  concurrency?: number
  /** Handles the data of one job. Running twice must do no harm: a worker that is killed leaves its batch to another. */
  handle(data: unknown): Promise<void>
}

/**
 * Handles due jobs until the signal aborts, then waits for the running ones. One query a second asks for all queues. (The
 * loops of pg-boss ask for each, hide failures and can end the process.)
 */
export async function drainQueues(
  boss: PgBoss,
  db: PgBoss.Db,
  work: Record<QueueName, Work>,
  signal: AbortSignal,
): Promise<void> {
  const draining = new Map<QueueName, Promise<void>>()
  const start = (name: QueueName) => {
    const run = drain(boss, name, work[name], signal)
      .catch((error) => logFailure(`${name} cannot be read`, error))
      .finally(() => draining.delete(name))
    draining.set(name, run)
  }
  let isFailing = false
  while (!signal.aborted) {
    try {
      for (const name of await dueQueues(db)) if (!draining.has(name)) start(name)
      isFailing = false
    } catch (error) {
      if (!isFailing) logFailure('the queues cannot be read; trying again every second', error)
      isFailing = true
    }
    await sleep(POLL_MS, undefined, { signal }).catch(() => {})
  }
  await Promise.all(draining.values())
}

async function dueQueues(db: PgBoss.Db): Promise<QueueName[]> {
  const text = `SELECT DISTINCT name FROM pgboss.job WHERE state < 'active' AND start_after < now()`
  const { rows } = await db.executeSql(text, [])
  return QUEUE_NAMES.filter((known) => rows.some(({ name }) => name === known))
}

/** Handles the due jobs of a queue, batch by batch, until none is left or the signal aborts. */
export async function drain(boss: PgBoss, name: QueueName, work: Work, signal: AbortSignal): Promise<void> {
  for (let fetched = work.batchSize; fetched === work.batchSize && !signal.aborted; ) {
    const jobs = await boss.fetch<object>(name, { batchSize: work.batchSize, includeMetadata: true })
    await handleBatch(boss, name, work, jobs)
    fetched = jobs.length
  }
}

type Job = PgBoss.JobWithMetadata<object>

async function handleBatch(boss: PgBoss, name: QueueName, work: Work, jobs: Job[]): Promise<void> {
  const done: string[] = []
  const attempt = async (job: Job) => {
    try {
      await work.handle(job.data)
      done.push(job.id)
    } catch (error) {
      await fail(boss, name, job, error)
    }
  }
  await pMap(jobs, attempt, { concurrency: work.concurrency ?? work.batchSize })
  // If this fails, the jobs expire and run again.
  if (done.length > 0)
    await boss.complete(name, done).catch((error) => logFailure('could not mark jobs as done', error))
}

async function fail(boss: PgBoss, name: QueueName, job: Job, error: unknown): Promise<void> {
  const { id, retryCount, retryLimit } = job
  const outcome =
    retryCount < retryLimit ? 'and is tried again' : 'FOR GOOD (npm run jobs -- list shows it, -- retry runs it again)'
  logFailure(`${name} ${id} failed ${outcome}`, error)
  const reason = { message: messageOf(error) }
  await boss.fail(name, id, reason).catch((cause) => logFailure('Postgres does not answer', cause))
}
