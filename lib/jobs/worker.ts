import PgBoss from 'pg-boss'
import type { z } from 'zod'
import { transaction } from '@/lib/db/postgres'
import { requireMailTransport } from '@/lib/mail/send'
import { makeExport } from '@/lib/services/customers/personal-data/export'
import { drainQueues, type Work } from './drain'
import { enqueueFirst } from './enqueue'
import { sendAccountMail, sendAccountNotice, sendDeletionNotice } from './handlers/account-mail'
import { countCompanions } from './handlers/bought-together'
import { cleanUp } from './handlers/clean-up'
import { confirmOrder } from './handlers/order-confirmation'
import { followReviews } from './handlers/reviews-changed'
import { passSaleBoundary } from './handlers/sale-boundary'
import { followPrices, followStock, sendPriceDrop, sendStockNotice } from './handlers/saved-mail'
import { sealAudit } from './handlers/seal-audit'
import { sendStaffInvitation } from './handlers/staff-invitation'
import { tellOfWithdrawal } from './handlers/withdrawal'
import { logFailure } from './log'
import { openQueuePool, prepareJobs, sqlOver } from './prepare'
import { FAILED_JOB_DAYS, QUEUES, type QueueName } from './queues'

const parsed =
  <S extends z.ZodType>({ schema }: { schema: S }, handle: (data: z.infer<S>) => Promise<void>) =>
  (data: unknown) =>
    handle(schema.parse(data))

const WORK: Record<QueueName, Work> = {
  'mail.withdrawal': { batchSize: 50, concurrency: 10, handle: parsed(QUEUES['mail.withdrawal'], tellOfWithdrawal) },
  'mail.order-confirmation': {
    batchSize: 50,
    concurrency: 10,
    handle: parsed(QUEUES['mail.order-confirmation'], confirmOrder),
  },
  'mail.account': { batchSize: 50, concurrency: 10, handle: parsed(QUEUES['mail.account'], sendAccountMail) },
  'mail.account-notice': {
    batchSize: 50,
    concurrency: 10,
    handle: parsed(QUEUES['mail.account-notice'], sendAccountNotice),
  },
  'mail.staff-invitation': {
    batchSize: 10,
    handle: parsed(QUEUES['mail.staff-invitation'], sendStaffInvitation),
  },
  'mail.stock-notice': { batchSize: 50, concurrency: 10, handle: parsed(QUEUES['mail.stock-notice'], sendStockNotice) },
  'mail.price-drop': { batchSize: 50, concurrency: 10, handle: parsed(QUEUES['mail.price-drop'], sendPriceDrop) },
  'stock.back': { batchSize: 10, handle: parsed(QUEUES['stock.back'], followStock) },
  'price.drops': { batchSize: 1, handle: parsed(QUEUES['price.drops'], followPrices) },
  'mail.account-deleted': {
    batchSize: 50,
    concurrency: 10,
    handle: parsed(QUEUES['mail.account-deleted'], sendDeletionNotice),
  },
  'customers.export': {
    batchSize: 1,
    handle: parsed(QUEUES['customers.export'], ({ exportId }) => makeExport(exportId)),
  },
  'reviews.changed': { batchSize: 10, handle: parsed(QUEUES['reviews.changed'], followReviews) },
  'sales.boundary': { batchSize: 1, handle: parsed(QUEUES['sales.boundary'], passSaleBoundary) },
  'bought-together': { batchSize: 1, handle: parsed(QUEUES['bought-together'], countCompanions) },
  'audit.seal': { batchSize: 1, handle: () => sealAudit() },
  'clean-up': { batchSize: 1, handle: parsed(QUEUES['clean-up'], cleanUp) },
}

/**
 * Handles jobs in this process until it is stopped; `stop` waits for the running ones. Any number of workers can share
 * the queues. Rejects if Postgres cannot be reached at the start; later outages do not end the worker.
 */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  requireMailTransport()
  await prepareJobs()
  const pool = openQueuePool()
  const boss = new PgBoss({
    db: sqlOver(pool),
    schedule: false,
    migrate: false,
    maintenanceIntervalSeconds: 30,
    archiveFailedAfterSeconds: FAILED_JOB_DAYS * 86_400,
  })
  boss.on('error', (error) => logFailure('maintenance failed', error))
  await boss.start()
  await boss.maintain() // retries the jobs of workers that were killed
  await startRecurring()
  const stopping = new AbortController()
  const drained = drainQueues(boss, sqlOver(pool), WORK, stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await drained
      await boss.stop({ graceful: false })
      await pool.end()
    },
  }
}

const startRecurring = () =>
  transaction(async (tx) => {
    await enqueueFirst(tx, { name: 'sales.boundary', data: { from: new Date().toISOString() } })
    await enqueueFirst(tx, { name: 'clean-up', data: {} })
    await enqueueFirst(tx, { name: 'bought-together', data: {} })
    await enqueueFirst(tx, { name: 'audit.seal', data: {} })
  })
