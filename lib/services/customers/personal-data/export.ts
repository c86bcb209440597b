import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { postgres, transaction } from '@/lib/db/postgres'
import { DomainError } from '@/lib/errors'
import { enqueue } from '@/lib/jobs/enqueue'

const HOUR_MS = 3_600_000
const VALID_MS = 24 * HOUR_MS
const compress = promisify(gzip)
const expand = promisify(gunzip)

/** An export, as its owner sees it. Times are ISO 8601; `bytes` is the size of the file. */
export interface ExportView {
  id: string
  startedAt: string
  /** Null while it is being made. */
  ready: { expiresAt: string; bytes: number } | null
}

/** Starts an export of everything that is kept of a person. Errors: too_many_requests (one a day). */
export async function requestExport(userId: string, now = new Date()): Promise<void> {
  await transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "User" WHERE id = ${userId}::uuid FOR UPDATE`
    const recent = await tx.dataExport.count({ where: { userId, createdAt: { gt: new Date(Number(now) - VALID_MS) } } })
    if (recent > 0) throw new DomainError('too_many_requests', 'One export a day. The last one is still below.')
    const id = randomUUID()
    await tx.dataExport.create({ data: { id, userId } })
    await enqueue(tx, { name: 'customers.export', data: { exportId: id } })
  })
}

/** Makes the file of an export, and tells its owner by mail. An export that is done or gone needs nothing. */
export async function makeExport(exportId: string, now = new Date()): Promise<void> {
  const wanted = await postgres().dataExport.findFirst({ where: { id: exportId, content: null } })
  if (!wanted) return
  const { userId } = wanted
  const content = new Uint8Array(await compress(JSON.stringify(await everythingOf(userId), null, 2)))
  const expiresAt = new Date(Number(now) + VALID_MS)
  await transaction(async (tx) => {
    const { count } = await tx.dataExport.updateMany({
      where: { id: exportId, content: null },
      data: { content, expiresAt },
    })
    if (count === 0) return
    const notice = { id: exportId, userId, notice: 'export_ready', until: expiresAt.toISOString() } as const
    await enqueue(tx, { name: 'mail.account-notice', data: notice })
  })
}

/** Returns a person's last export; null if there is none, or if it has expired. */
export async function lastExport(userId: string, now = new Date()): Promise<ExportView | null> {
  const [row] = await postgres().$queryRaw<{ id: string; createdAt: Date; expiresAt: Date | null; bytes: number }[]>`
    SELECT id, "createdAt", "expiresAt", coalesce(length(content), 0) AS bytes FROM "DataExport"
    WHERE "userId" = ${userId}::uuid AND ("expiresAt" IS NULL OR "expiresAt" > ${now})
    ORDER BY "createdAt" DESC LIMIT 1`
  if (!row) return null
  const ready = row.expiresAt && { expiresAt: row.expiresAt.toISOString(), bytes: row.bytes }
  return { id: row.id, startedAt: row.createdAt.toISOString(), ready }
}

/** Returns the JSON text of one of a person's exports; null if it is not theirs, not ready, or expired. */
export async function readExport(userId: string, id: string, now = new Date()): Promise<string | null> {
  const row = await postgres().dataExport.findFirst({ where: { id, userId, expiresAt: { gt: now } } })
  return row?.content ? (await expand(row.content)).toString() : null
}

/** Deletes exports that have expired. Returns how many were deleted. */
export async function cleanUpExports(now = new Date()): Promise<number> {
  return (await postgres().dataExport.deleteMany({ where: { expiresAt: { lt: now } } })).count
}

/** Returns everything that is kept of a person, without what would help others to sign in. */
async function everythingOf(userId: string) {
  const user = await postgres().user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      email: true,
      name: true,
      createdAt: true,
      emailVerifiedAt: true,
      newsSince: true,
      mutedNotices: true,
      addresses: { select: { address: true, isDefault: true, isInvoiceDefault: true, createdAt: true } },
      passkeys: { select: { name: true, createdAt: true, lastUsedAt: true } },
      oauthAccounts: { select: { provider: true, email: true, createdAt: true } },
      apiTokens: { select: { name: true, scopes: true, createdAt: true, lastUsedAt: true, expiresAt: true } },
      sessions: { select: { via: true, userAgent: true, network: true, createdAt: true, lastSeenAt: true } },
      carts: { select: { items: { select: { sku: true, name: true, quantity: true, addedAt: true } } } },
      wishlists: {
        where: { deletedAt: null },
        select: {
          name: true,
          createdAt: true,
          items: { where: { removedAt: null }, select: { name: true, sku: true, savedPrice: true, savedAt: true } },
        },
      },
      stockNotices: { select: { sku: true, createdAt: true, notifiedAt: true } },
      orders: {
        orderBy: { number: 'asc' },
        omit: { idempotencyKey: true, cartId: true, emailKey: true, userId: true },
        include: {
          items: { orderBy: { position: 'asc' }, omit: { orderId: true } },
          taxes: { omit: { orderId: true } },
          events: { orderBy: { id: 'asc' }, select: { type: true, createdAt: true, note: true } },
          withdrawals: { select: { number: true, name: true, order: true, part: true, submittedAt: true } },
        },
      },
    },
  })
  const orderIds = user.orders.map(({ id }) => id)
  const [reviews, signIns] = await Promise.all([
    postgres().review.findMany({
      where: { orderId: { in: orderIds } },
      select: { sku: true, rating: true, title: true, text: true, author: true, createdAt: true },
    }),
    postgres().authEvent.findMany({
      where: { userId },
      orderBy: { id: 'asc' },
      select: { type: true, network: true, userAgent: true, createdAt: true },
    }),
  ])
  return { ...user, reviews, signIns }
}
