import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'pg'
import PgBoss from 'pg-boss'
import type { z } from 'zod'
import { transaction } from '@/lib/db/postgres'
import { env } from '@/lib/env'
import { requireMailTransport } from '@/lib/mail/send'
import { enqueueNext } from './enqueue'
import { countCompanions } from './handlers/bought-together'
import { expirePages } from './handlers/catalogue-changed'
import { cleanUp } from './handlers/clean-up'
import { confirmOrder } from './handlers/order-confirmation'
import { followReviews } from './handlers/reviews-changed'
import { passSaleBoundary } from './handlers/sale-boundary'
import { prepareJobs, sqlOver } from './prepare'
import { QUEUE_NAMES, QUEUES, type QueueName } from './queues'

interface Work {
  /** How many jobs are fetched at once. */
  batchSize: number
  /** Pause after a fetch that emptied the queue. */
  pollSeconds: number
  /** Hands over all that was fetched as one, and pauses after every fetch: what comes meanwhile is gathered. */
  together?: boolean
  /** Takes what the jobs carry; a single one without `together`. Running twice must do no harm. */
  handle(payloads: unknown[]): Promise<void>
}

type HandlerOf<S extends z.ZodType, T> = (data: T extends 'all' ? z.infer<S>[] : z.infer<S>) => Promise<void>
const one =
  <S extends z.ZodType>({ schema }: { schema: S }, handle: HandlerOf<S, 'one'>) =>
  ([payload]: unknown[]) =>
    handle(schema.parse(payload))
const all =
  <S extends z.ZodType>({ schema }: { schema: S }, handle: HandlerOf<S, 'all'>) =>
  (payloads: unknown[]) =>
    handle(payloads.map((payload) => schema.parse(payload)))

const WORK: Record<QueueName, Work> = {
  'mail.order-confirmation': {
    batchSize: 5,
    pollSeconds: 2,
    handle: one(QUEUES['mail.order-confirmation'], confirmOrder),
  },
  'catalogue.changed': {
    batchSize: 1_000,
    pollSeconds: 5,
    together: true,
    handle: all(QUEUES['catalogue.changed'], expirePages),
  },
  'reviews.changed': { batchSize: 10, pollSeconds: 2, handle: one(QUEUES['reviews.changed'], followReviews) },
  'sales.boundary': { batchSize: 1, pollSeconds: 2, handle: one(QUEUES['sales.boundary'], passSaleBoundary) },
  'bought-together': { batchSize: 1, pollSeconds: 60, handle: one(QUEUES['bought-together'], countCompanions) },
  'clean-up': { batchSize: 1, pollSeconds: 60, handle: one(QUEUES['clean-up'], cleanUp) },
}

/**
 * Handles jobs in this process until it is stopped; `stop` waits for those that run. Any number of workers share the
 * queues. Rejects if Postgres cannot be reached; once started, it outlives Postgres being away.
 */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  requireMailTransport()
  await prepareJobs()
  const pool = new Pool({ connectionString: env().DATABASE_URL, max: 3, connectionTimeoutMillis: 10_000 })
  pool.on('error', (error) => log('lost a connection to Postgres', error))
  const boss = new PgBoss({ db: sqlOver(pool), schedule: false, migrate: false, maintenanceIntervalSeconds: 30 })
  boss.on('error', (error) => log('maintenance failed', error))
  await boss.start()
  await boss.maintain() // takes over what a killed worker left
  await startRecurring()
  const stopping = new AbortController()
  const loops = QUEUE_NAMES.map((name) => drain(boss, name, stopping.signal))
  return {
    async stop() {
      stopping.abort()
      await Promise.all(loops)
      await boss.stop({ graceful: false })
      await pool.end()
    },
  }
}

const startRecurring = () =>
  transaction(async (tx) => {
    await enqueueNext(tx, { name: 'sales.boundary', data: { from: new Date().toISOString() } })
    await enqueueNext(tx, { name: 'clean-up', data: {} })
    await enqueueNext(tx, { name: 'bought-together', data: {} })
  })

// pg-boss has loops of its own, which hide failures and end the process when Postgres goes away at the wrong moment.
async function drain(boss: PgBoss, name: QueueName, signal: AbortSignal): Promise<void> {
  const { batchSize, pollSeconds, together } = WORK[name]
  while (!signal.aborted) {
    const jobs = await boss.fetch<object>(name, { batchSize, includeMetadata: true })
    const parts = together ? [jobs] : jobs.map((job) => [job])
    await Promise.all(parts.map((part) => run(boss, name, part)))
    if (together || jobs.length < batchSize) await sleep(pollSeconds * 1_000, undefined, { signal }).catch(() => {})
  }
}

async function run(boss: PgBoss, name: QueueName, jobs: PgBoss.JobWithMetadata[]): Promise<void> {
  if (jobs.length === 0) return
  const ids = jobs.map(({ id }) => id)
  try {
    await WORK[name].handle(jobs.map(({ data }) => data))
    await boss.complete(name, ids)
  } catch (error) {
    for (const { id, retryCount, retryLimit } of jobs)
      log(`${name} ${id} failed ${retryCount < retryLimit ? 'and is tried again' : 'FOR GOOD'}`, error)
    const failing = ids.map((id) => boss.fail(name, id, { message: messageOf(error) }))
    // If this fails too, the jobs expire and are tried again.
    await Promise.all(failing).catch((cause) => log('Postgres does not answer', cause))
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
const log = (what: string, error: unknown) => console.error(`[jobs] ${what}: ${messageOf(error)}`)
