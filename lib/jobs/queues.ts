import { z } from 'zod'
import { productIdSchema } from '@/lib/contracts/common'

interface QueueOptions {
  /** `stately`: at most one job waits, one is retried and one runs. */
  policy: 'standard' | 'stately'
  retryLimit: number
  /** Seconds; doubled with each retry where `retryBackoff` is set. */
  retryDelay: number
  retryBackoff: boolean
  /** A job that runs longer is taken for dead (its worker was killed) and retried. */
  expireInSeconds: number
}

/** How long jobs that failed for good are kept for `npm run jobs`. */
export const FAILED_JOB_DAYS = 30

const FOREVER = 1_000_000
const recurring = { policy: 'stately', retryLimit: FOREVER, retryDelay: 30, retryBackoff: false } as const

/** Every queue: what its jobs carry and how they are retried. */
export const QUEUES = {
  /** The mail that an order was placed; retried for about a day. */
  'mail.order-confirmation': {
    schema: z.object({ orderId: z.uuid() }),
    options: { policy: 'standard', retryLimit: 12, retryDelay: 10, retryBackoff: true, expireInSeconds: 600 },
  },
  /** A withdrawal to match with its order, and to tell of by mail; retried for about a day. */
  'mail.withdrawal': {
    schema: z.object({ withdrawalId: z.uuid(), to: z.enum(['consumer', 'shop']) }),
    options: { policy: 'standard', retryLimit: 12, retryDelay: 10, retryBackoff: true, expireInSeconds: 120 },
  },
  /** A review was written, corrected, hidden or shown: the product's document and pages follow; retried for about a day. */
  'reviews.changed': {
    schema: z.object({ productId: productIdSchema }),
    options: { policy: 'standard', retryLimit: 15, retryDelay: 2, retryBackoff: true, expireInSeconds: 60 },
  },
  /** Looks for sales that began or ended after `from`, and comes again at the next such moment. */
  'sales.boundary': { schema: z.object({ from: z.iso.datetime() }), options: { ...recurring, expireInSeconds: 60 } },
  /** Counts which products are bought together, nightly. */
  'bought-together': { schema: z.object({}), options: { ...recurring, expireInSeconds: 900 } },
  /** Deletes old carts, counters and expiries, hourly, and has all pages rendered anew, daily. */
  'clean-up': {
    schema: z.object({ isNewDay: z.boolean().optional() }),
    options: { ...recurring, expireInSeconds: 600 },
  },
} as const satisfies Record<string, { schema: z.ZodType; options: QueueOptions }>

export type QueueName = keyof typeof QUEUES
export type JobData<N extends QueueName> = z.infer<(typeof QUEUES)[N]['schema']>

/** A job to enqueue: a queue's name and what its jobs carry. */
export type Job = { [N in QueueName]: { name: N; data: JobData<N>; startAfter?: Date } }[QueueName]

export const QUEUE_NAMES = Object.keys(QUEUES) as QueueName[]
