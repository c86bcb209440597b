import { setTimeout as sleep } from 'node:timers/promises'
import pMap from 'p-map'
import type PgBoss from 'pg-boss'
import { z } from 'zod'
import { logFailure, messageOf } from './log'
import { QUEUE_NAMES, type QueueName } from './queues'

/** Maximum time in ms until a new job is noticed. A job that becomes due within this time starts exactly then. */
const POLL_MS = 2_000
const MIN_POLL_MS = 50

/** How a worker handles the jobs of one queue. */
export interface Work {
  /** Number of jobs fetched together; they are also marked as completed together. */
  batchSize: number
  /** Number of jobs of a batch that are handled at the same time. Default: all of them. */
  concurrency?: number
  /**
   * Handles the data of one job. Must be safe to run twice, because another worker repeats the batch of a killed
   * worker.
   */
  handle(data: unknown): Promise<void>
}

/**
 * Handles due jobs until the signal aborts, then waits for the running ones. One query looks for jobs in all queues.
 * (pg-boss's own loops query each queue, hide failures and can end the process.)
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
  let pauseMs = POLL_MS
  while (!signal.aborted) {
    try {
      const { due, nextInMs } = await readQueues(db)
      for (const name of due) if (!draining.has(name)) start(name)
      pauseMs = Math.min(Math.max(nextInMs, MIN_POLL_MS), POLL_MS)
      isFailing = false
    } catch (error) {
      if (!isFailing) logFailure('the queues cannot be read; trying again every two seconds', error)
      isFailing = true
    }
    await sleep(pauseMs, undefined, { signal }).catch(() => {})
  }
  await Promise.all(draining.values())
}

const queueSchema = z.object({ name: z.string(), isDue: z.boolean(), nextInMs: z.number().nullable() })

/** Returns the queues with due jobs, and the milliseconds until the next job is due. */
async function readQueues(db: PgBoss.Db): Promise<{ due: QueueName[]; nextInMs: number }> {
  const text = `SELECT name, bool_or(start_after <= now()) AS "isDue",
      extract(epoch FROM min(start_after) FILTER (WHERE start_after > now()) - now())::float8 * 1000 AS "nextInMs"
    FROM pgboss.job WHERE state < 'active' GROUP BY name`
  const queues = z.array(queueSchema).parse((await db.executeSql(text, [])).rows)
  return {
    due: QUEUE_NAMES.filter((known) => queues.some(({ name, isDue }) => name === known && isDue)),
    nextInMs: Math.min(...queues.map(({ nextInMs }) => nextInMs ?? Number.POSITIVE_INFINITY)),
  }
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
  // If this fails, the jobs expire after a while and run again.
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
