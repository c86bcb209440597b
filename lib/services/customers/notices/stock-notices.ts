import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { postgres, type Tx, transaction } from '@/lib/db/postgres'
import { foldEmail } from '@/lib/domain/customers/email'
import { DomainError } from '@/lib/errors'
import { enqueue } from '@/lib/jobs/enqueue'
import { findOffers } from '../../cart/lines'
import { countAttempts, type Limit } from '../../rate-limit'
import { setNotice } from '../profile'
import { createChallenge, meetByToken } from '../sign-in/challenges'

const PER_EMAIL: Limit = { name: 'stock notice', max: 3, windowSeconds: 3_600 }
const PER_NETWORK: Limit = { name: 'stock notice network', max: 10, windowSeconds: 3_600 }
const MAX_WAITING = 100
const BATCH = 500
const KEPT_MS = 30 * 86_400_000

const dataSchema = z.object({ sku: z.string(), productId: z.string() })

/**
 * Notes that a person wants one mail when a SKU is in stock again. Asking twice is asking once. Errors: not_found,
 * out_of_date (it is in stock), invalid_input (they wait for too much).
 */
export async function requestNotice({ userId, sku }: { userId: string; sku: string }): Promise<void> {
  const productId = await productIdOf(sku)
  await transaction(async (tx) => {
    await requireSoldOut(tx, sku)
    const waiting = await tx.stockNotice.count({ where: { userId, notifiedAt: null, sku: { not: sku } } })
    if (waiting >= MAX_WAITING)
      throw new DomainError('invalid_input', `You wait for ${MAX_WAITING} things already. Stop waiting for one first.`)
    await addNotice(tx, { sku, productId, userId })
  })
  await setNotice(userId, 'back_in_stock', true) // otherwise, somebody who had switched it off would wait in vain
}

/**
 * Sends a guest's address a link that confirms that they want one mail when a SKU is in stock again. The answer is the
 * same for every address. Errors: not_found, out_of_date (it is in stock), too_many_requests.
 */
export async function requestGuestNotice(ask: { sku: string; email: string; network: string }): Promise<void> {
  const { sku, email, network } = ask
  const productId = await productIdOf(sku)
  await countAttempts([
    { limit: PER_NETWORK, subject: network },
    { limit: PER_EMAIL, subject: foldEmail(email) },
  ])
  await transaction(async (tx) => {
    await requireSoldOut(tx, sku)
    const challengeId = await createChallenge(tx, { kind: 'stock_notice', email, data: { sku, productId } })
    await enqueue(tx, { name: 'mail.account', data: { challengeId } })
  })
}

/**
 * Notes what a guest asked for, with the token of the link. If the SKU came back meanwhile, the mail follows at once.
 * Errors: expired_link.
 */
export async function confirmGuestNotice(token: string): Promise<void> {
  await transaction(async (tx) => {
    const { email, data } = await meetByToken(tx, 'stock_notice', token)
    const { sku, productId } = dataSchema.parse(data)
    const onHand = await lockedStock(tx, sku)
    await addNotice(tx, { sku, productId, email, emailKey: foldEmail(email) })
    if (onHand > 0) await enqueue(tx, { name: 'stock.back', data: { sku } })
  })
}

/** Forgets that a person waits for a SKU. */
export async function stopNotice({ userId, sku }: { userId: string; sku: string }): Promise<void> {
  await postgres().stockNotice.deleteMany({ where: { userId, sku, notifiedAt: null } })
}

type NewNotice = { sku: string; productId: string } & ({ userId: string } | { email: string; emailKey: string })

const addNotice = (tx: Tx, notice: NewNotice) =>
  tx.stockNotice.createMany({ data: [{ id: randomUUID(), ...notice }], skipDuplicates: true })

async function productIdOf(sku: string): Promise<string> {
  const offer = (await findOffers([sku], new Date())).get(sku)
  if (!offer) throw new DomainError('not_found', 'We do not sell that any more.')
  return offer.product._id.toHexString()
}

async function requireSoldOut(tx: Tx, sku: string): Promise<void> {
  if ((await lockedStock(tx, sku)) > 0)
    throw new DomainError('out_of_date', 'It is in stock again. Load the page again to see how many there are.')
}

/** Returns the stock of a SKU, which cannot change until the transaction ends, so that no return of stock is missed. */
async function lockedStock(tx: Tx, sku: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ onHand: number }[]>`SELECT "onHand" FROM "Inventory" WHERE sku = ${sku} FOR SHARE`
  return row?.onHand ?? 0
}

/**
 * Enqueues a mail to each who waits for a SKU, if there is still stock. Each notice is used once, also if two jobs run at
 * the same time.
 */
export async function notifyBackInStock(sku: string, now = new Date()): Promise<void> {
  for (let more = true; more; )
    more = await transaction(async (tx) => {
      if ((await lockedStock(tx, sku)) === 0) return false
      const due = await tx.$queryRaw<{ id: string }[]>`
        UPDATE "StockNotice" SET "notifiedAt" = ${now} WHERE id IN (
          SELECT id FROM "StockNotice" WHERE sku = ${sku} AND "notifiedAt" IS NULL
          ORDER BY "createdAt" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
        ) RETURNING id`
      const jobs = due.map(({ id }) => ({ name: 'mail.stock-notice' as const, data: { noticeId: id } }))
      if (jobs.length > 0) await enqueue(tx, ...jobs)
      return due.length === BATCH
    })
}

/** To whom a notice goes, and about which SKU. */
export interface DueNotice {
  sku: string
  email: string
  /** Null for guests. */
  userId: string | null
}

/** Returns a notice that is due; null if it was withdrawn, or the person does not want such mails any more. */
export async function findDueNotice(id: string): Promise<DueNotice | null> {
  const row = await postgres().stockNotice.findFirst({
    where: { id, notifiedAt: { not: null } },
    include: { user: { select: { email: true, blockedAt: true, mutedNotices: true } } },
  })
  if (!row) return null
  const { sku, userId, user } = row
  if (user && (user.blockedAt !== null || user.mutedNotices.includes('back_in_stock'))) return null
  const email = user?.email ?? row.email
  return email === null ? null : { sku, email, userId }
}

/** Returns the SKU of which a guest's link is, by what was stored with it. */
export const skuOfRequest = (data: unknown): string => dataSchema.parse(data).sku

/** Deletes notices that were sent a month ago or earlier. */
export async function cleanUpStockNotices(now = new Date()): Promise<void> {
  await postgres().stockNotice.deleteMany({ where: { notifiedAt: { lt: new Date(Number(now) - KEPT_MS) } } })
}
