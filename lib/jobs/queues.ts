import { z } from 'zod'
import { amountSchema, productIdSchema, skuSchema } from '@/lib/contracts/common'

interface QueueOptions {
  /** `stately`: the queue has at most one waiting, one retried and one running job. */
  policy: 'standard' | 'stately'
  retryLimit: number
  /** Seconds until a failed job is retried; doubles with each retry if `retryBackoff` is set. */
  retryDelay: number
  retryBackoff: boolean
  /** Seconds after which a running job counts as abandoned, because its worker was killed, and is retried. */
  expireInSeconds: number
}

/** Number of days for which jobs that used up their retries are kept, for `npm run jobs`. */
export const FAILED_JOB_DAYS = 30

const FOREVER = 1_000_000
const recurring = { policy: 'stately', retryLimit: FOREVER, retryDelay: 30, retryBackoff: false } as const

/** All queues, with the schema of their jobs' data and their retry options. */
export const QUEUES = {
  /** Sends the e-mail that confirms an order. Retried for about a day. */
  'mail.order-confirmation': {
    schema: z.object({ orderId: z.uuid() }),
    options: { policy: 'standard', retryLimit: 12, retryDelay: 10, retryBackoff: true, expireInSeconds: 600 },
  },
  /** Matches a withdrawal with its order and sends its e-mails. Retried for about a day. */
  'mail.withdrawal': {
    schema: z.object({ withdrawalId: z.uuid(), to: z.enum(['consumer', 'shop']) }),
    options: { policy: 'standard', retryLimit: 12, retryDelay: 10, retryBackoff: true, expireInSeconds: 120 },
  },
  /** Sends the mail in which somebody confirms something about an account. Retried for half an hour, while it is valid. */
  'mail.account': {
    schema: z.object({ challengeId: z.uuid() }),
    options: { policy: 'standard', retryLimit: 7, retryDelay: 10, retryBackoff: true, expireInSeconds: 120 },
  },
  /** Sends a link into the office: an invitation, or a reset. Retried for about a day, while it is valid. */
  'mail.staff-invitation': {
    schema: z.object({ invitationId: z.uuid() }),
    options: { policy: 'standard', retryLimit: 12, retryDelay: 10, retryBackoff: true, expireInSeconds: 120 },
  },
  /** Tells a person by mail that their account has changed. Retried for about a day. */
  'mail.account-notice': {
    schema: z.object({
      id: z.uuid(),
      userId: z.uuid(),
      notice: z.enum([
        'password_changed',
        'email_changed',
        'new_device',
        'recovery_code_used',
        'export_ready',
        'deletion_planned',
      ]),
      /** For a new device: what it is. */
      device: z.string().optional(),
      /** For a new device: the name of its country, if it is known, and the time. */
      place: z.string().optional(),
      at: z.iso.datetime().optional(),
      /** For an export: when it expires. */
      until: z.iso.datetime().optional(),
      /** The address to which the mail goes if it is not the account's: the old one of a change. */
      to: z.string().optional(),
    }),
    options: { policy: 'standard', retryLimit: 12, retryDelay: 10, retryBackoff: true, expireInSeconds: 120 },
  },
  /** Tells somebody who waits for a SKU by mail that it is in stock again. Retried for about a day. */
  'mail.stock-notice': {
    schema: z.object({ noticeId: z.uuid() }),
    options: { policy: 'standard', retryLimit: 12, retryDelay: 10, retryBackoff: true, expireInSeconds: 120 },
  },
  /** Tells a person by mail that something on their lists costs less. Retried for about a day. */
  'mail.price-drop': {
    schema: z.object({
      id: z.uuid(),
      userId: z.uuid(),
      sku: skuSchema,
      /** Lowest price of the 30 days before, and the new price, in minor units. */
      before: amountSchema,
      after: amountSchema,
    }),
    options: { policy: 'standard', retryLimit: 12, retryDelay: 10, retryBackoff: true, expireInSeconds: 120 },
  },
  /** Enqueues the mails to all who wait for a SKU, whose stock rose from zero. */
  'stock.back': {
    schema: z.object({ sku: skuSchema }),
    options: { policy: 'standard', retryLimit: 12, retryDelay: 10, retryBackoff: true, expireInSeconds: 120 },
  },
  /** Enqueues the mails about products whose price may have fallen after `since`. */
  'price.drops': {
    schema: z.object({ productIds: z.array(productIdSchema).max(500), since: z.iso.datetime() }),
    options: { policy: 'standard', retryLimit: 12, retryDelay: 10, retryBackoff: true, expireInSeconds: 300 },
  },
  /** Makes the file with everything that is kept of a person. */
  'customers.export': {
    schema: z.object({ exportId: z.uuid() }),
    options: { policy: 'standard', retryLimit: 5, retryDelay: 10, retryBackoff: true, expireInSeconds: 600 },
  },
  /** Updates a product's document and expires its pages after a review changed. Retried for about a day. */
  'reviews.changed': {
    schema: z.object({ productId: productIdSchema }),
    options: { policy: 'standard', retryLimit: 15, retryDelay: 2, retryBackoff: true, expireInSeconds: 60 },
  },
  /**
   * Expires the pages of products whose sale began or ended after `from`. Runs again at the next start or end of a
   * sale.
   */
  'sales.boundary': { schema: z.object({ from: z.iso.datetime() }), options: { ...recurring, expireInSeconds: 60 } },
  /** Counts which products are bought together. Runs every night. */
  'bought-together': { schema: z.object({}), options: { ...recurring, expireInSeconds: 900 } },
  /** Seals the days of the audit log that are over. Runs every night. */
  'audit.seal': { schema: z.object({}), options: { ...recurring, expireInSeconds: 900 } },
  /** Tells a person that their account was deleted, at the address that it had. Retried for about a day. */
  'mail.account-deleted': {
    schema: z.object({ id: z.uuid(), to: z.string() }),
    options: { policy: 'standard', retryLimit: 12, retryDelay: 10, retryBackoff: true, expireInSeconds: 120 },
  },
  /** Deletes old carts, counters and log entries every hour, and expires all pages every day. */
  'clean-up': {
    schema: z.object({ isNewDay: z.boolean().optional() }),
    options: { ...recurring, expireInSeconds: 600 },
  },
} as const satisfies Record<string, { schema: z.ZodType; options: QueueOptions }>

export type QueueName = keyof typeof QUEUES
export type JobData<N extends QueueName> = z.infer<(typeof QUEUES)[N]['schema']>

/** A job to enqueue: the queue's name and the job's data. */
export type Job = { [N in QueueName]: { name: N; data: JobData<N>; startAfter?: Date } }[QueueName]

export const QUEUE_NAMES = Object.keys(QUEUES) as QueueName[]
