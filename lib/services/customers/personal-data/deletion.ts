import { randomUUID } from 'node:crypto'
import { postgres, type Tx, transaction } from '@/lib/db/postgres'
import { shopDay } from '@/lib/domain/shipping/day'
import { enqueue } from '@/lib/jobs/enqueue'
import { readSettings } from '../../settings'
import { type Client, endSessions, recordEvent } from '../sign-in/sessions'

const DAY_MS = 86_400_000
const DAYS_TO_RECONSIDER = 7
// German tax law: § 147 (3) AO, § 14b UStG.
const DEFAULT_ORDER_YEARS = 8
const WITHDRAWAL_DAYS = 30
const ANONYMOUS = 'A customer'
const BATCH = 500

/** Returns the day on which an account is deleted if that is asked for at `now`, such as "2026-12-08". */
export const deletionDay = (now: Date): string => shopDay(deletionTime(now))

const deletionTime = (now: Date) => new Date(Number(now) + DAYS_TO_RECONSIDER * DAY_MS)

/**
 * Plans the deletion of an account in seven days, signs it out everywhere, and tells its person by mail. An order on its
 * way is no reason to refuse. A sign-in before then keeps the account.
 */
export async function planDeletion(userId: string, client: Client, now = new Date()): Promise<void> {
  await transaction(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { deletionAt: deletionTime(now) } })
    await endSessions(tx, userId, null)
    await recordEvent(tx, { userId, type: 'deletion planned', client })
    const notice = { id: randomUUID(), userId, notice: 'deletion_planned' } as const
    await enqueue(tx, { name: 'mail.account-notice', data: notice })
  })
}

/** Deletes the accounts whose seven days are over. Returns how many were deleted. */
export async function deletePlanned(now = new Date()): Promise<number> {
  const due = await postgres().user.findMany({ where: { deletionAt: { lte: now } }, select: { id: true }, take: BATCH })
  for (const { id } of due) await transaction((tx) => deleteAccount(tx, id, now))
  return due.length
}

/**
 * Deletes an account with its addresses, lists, sessions and ways to sign in. Its orders are detached from it, and keep
 * name and address until `anonymizeOrders`; its reviews stay without its name.
 */
async function deleteAccount(tx: Tx, userId: string, now: Date): Promise<void> {
  const [user] = await tx.$queryRaw<{ email: string }[]>`
    SELECT email FROM "User" WHERE id = ${userId}::uuid AND "deletionAt" <= ${now} FOR UPDATE`
  if (!user) return // somebody signed in meanwhile
  const orders = await tx.order.findMany({ where: { userId }, select: { id: true } })
  const orderIds = orders.map(({ id }) => id)
  const reviews = await tx.review.findMany({ where: { orderId: { in: orderIds } }, select: { productId: true } })
  await tx.review.updateMany({ where: { orderId: { in: orderIds } }, data: { author: ANONYMOUS } })
  for (const productId of new Set(reviews.map((review) => review.productId)))
    await enqueue(tx, { name: 'reviews.changed', data: { productId } })
  await tx.order.updateMany({ where: { userId }, data: { userId: null, ownerGoneAt: now } })
  await tx.user.delete({ where: { id: userId } })
  await enqueue(tx, { name: 'mail.account-deleted', data: { id: randomUUID(), to: user.email } })
}

/**
 * Removes name, address and e-mail from orders whose account was deleted, once they are closed, can no longer be
 * withdrawn from, and need not be kept any longer (setting `retention`). Returns how many were changed.
 */
export async function anonymizeOrders(now = new Date()): Promise<number> {
  const { retention } = await readSettings()
  const years = retention?.orderYears ?? DEFAULT_ORDER_YEARS
  const kept = new Date(now)
  kept.setUTCFullYear(kept.getUTCFullYear() - years)
  const withdrawable = new Date(Number(now) - WITHDRAWAL_DAYS * DAY_MS)
  return postgres().$executeRaw`
    UPDATE "Order" SET "anonymizedAt" = ${now}, email = 'nobody@nexus.invalid', "emailKey" = 'nobody@nexus.invalid',
      "shippingAddress" = jsonb_build_object('country', "shippingAddress" -> 'country')
    WHERE id IN (
      SELECT id FROM "Order"
      WHERE "ownerGoneAt" IS NOT NULL AND "anonymizedAt" IS NULL AND "placedAt" < ${kept}
        AND status IN ('DELIVERED', 'CANCELLED', 'REFUNDED')
        AND NOT EXISTS (
          SELECT 1 FROM "OrderEvent" event WHERE event."orderId" = "Order".id AND event."createdAt" >= ${withdrawable})
      LIMIT ${BATCH})`
}
