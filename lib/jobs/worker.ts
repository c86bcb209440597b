import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'pg'
import PgBoss from 'pg-boss'
import type { z } from 'zod'
import { transaction } from '@/lib/db/postgres'
import { env } from '@/lib/env'
import { requireMailTransport } from '@/lib/mail/send'
import { enqueueNext } from './enqueue'
import { countCompanions } from './handlers/bought-together'
import { cleanUp } from './handlers/clean-up'
import { confirmOrder } from './handlers/order-confirmation'
import { followReviews } from './handlers/reviews-changed'
import { passSaleBoundary } from './handlers/sale-boundary'
import { tellOfWithdrawal } from './handlers/withdrawal'
import { prepareJobs, sqlOver } from './prepare'
import { QUEUE_NAMES, QUEUES, type QueueName } from './queues'

interface Work {
  /** How many jobs are fetched at once. */
  batchSize: number
  /** Pause after a fetch that emptied the queue. */
  pollSeconds: number
  /** Takes what the job carries. Running twice must do no harm. */
  handle(payload: unknown): Promise<void>
}

const parsed =
  <S extends z.ZodType>({ schema }: { schema: S }, handle: (data: z.infer<S>) => Promise<void>) =>
  (payload: unknown) =>
    handle(schema.parse(payload))

const WORK: Record<QueueName, Work> = {
  'mail.withdrawal': { batchSize: 5, pollSeconds: 2, handle: parsed(QUEUES['mail.withdrawal'], tellOfWithdrawal) },
  'mail.order-confirmation': {
    batchSize: 5,
    pollSeconds: 2,
    handle: parsed(QUEUES['mail.order-confirmation'], confirmOrder),
  },
  'reviews.changed': { batchSize: 10, pollSeconds: 2, handle: parsed(QUEUES['reviews.changed'], followReviews) },
  'sales.boundary': { batchSize: 1, pollSeconds: 1, handle: parsed(QUEUES['sales.boundary'], passSaleBoundary) },
  'bought-together': { batchSize: 1, pollSeconds: 60, handle: parsed(QUEUES['bought-together'], countCompanions) },
  'clean-up': { batchSize: 1, pollSeconds: 60, handle: parsed(QUEUES['clean-up'], cleanUp) },
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
  const { batchSize, pollSeconds } = WORK[name]
  while (!signal.aborted) {
    const jobs = await boss.fetch<object>(name, { batchSize, includeMetadata: true })
    await Promise.all(jobs.map((job) => run(boss, name, job)))
    if (jobs.length < batchSize) await sleep(pollSeconds * 1_000, undefined, { signal }).catch(() => {})
  }
}

async function run(boss: PgBoss, name: QueueName, job: PgBoss.JobWithMetadata): Promise<void> {
  const { id, data, retryCount, retryLimit } = job
  try {
    await WORK[name].handle(data)
    await boss.complete(name, id)
  } catch (error) {
    log(`${name} ${id} failed ${retryCount < retryLimit ? 'and is tried again' : 'FOR GOOD'}`, error)
    // If this fails too, the job expires and is tried again.
    await boss.fail(name, id, { message: messageOf(error) }).catch((cause) => log('Postgres does not answer', cause))
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
const log = (what: string, error: unknown) => console.error(`[jobs] ${what}: ${messageOf(error)}`)
