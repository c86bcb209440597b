import { createHash, randomUUID } from 'node:crypto'
import type { WithdrawalReceipt, WithdrawalStatement, WithdrawalView } from '@/lib/contracts/withdrawal'
import { postgres, transaction } from '@/lib/db/postgres'
import { foldEmail } from '@/lib/domain/customers/email'
import { orderNumber } from '@/lib/domain/orders/order-number'
import { lastDayToWithdraw, orderNumbersIn, withdrawalNumber } from '@/lib/domain/orders/withdrawal'
import { shopDay } from '@/lib/domain/shipping/day'
import { enqueue } from '@/lib/jobs/enqueue'
import { countAttempt, type Limit } from '../rate-limit'

// High, because a whole office or mobile network may share an address. There is no limit per e-mail address, because a
// stranger could use it up and lock out its owner.
const PER_NETWORK: Limit = {
  name: 'withdraw',
  max: 60,
  windowSeconds: 3_600,
  message: (wait) =>
    `Nothing was recorded: there were too many withdrawals from your network. Please wait ${wait}, or write to us by e-mail, which counts just as much.`,
}
const MAX_MAILS_A_DAY = 5
const DAY_MS = 86_400_000

/**
 * Records a withdrawal and enqueues its e-mails, whether or not such an order exists. Repeating it with the same key
 * and content returns the recorded withdrawal. `address` is the network address of the client. Errors:
 * too_many_requests.
 */
export async function submitWithdrawal(statement: WithdrawalStatement, address: string): Promise<WithdrawalReceipt> {
  await countAttempt({ limit: PER_NETWORK, subject: address })
  const idempotencyKey = keyOf(statement)
  return transaction(async (tx) => {
    const id = randomUUID()
    const { count } = await tx.withdrawal.createMany({
      data: [{ ...statement, idempotencyKey, id, emailKey: foldEmail(statement.email), submittedAt: new Date() }],
      skipDuplicates: true,
    })
    if (count > 0)
      await enqueue(
        tx,
        { name: 'mail.withdrawal', data: { withdrawalId: id, to: 'consumer' } },
        { name: 'mail.withdrawal', data: { withdrawalId: id, to: 'shop' } },
      )
    return toReceipt(await tx.withdrawal.findUniqueOrThrow({ where: { idempotencyKey } }))
  })
}

/**
 * Matches the withdrawal with an order by number and e-mail address, stores the match, and returns the data for its
 * e-mails; null if there is no such withdrawal. Idempotent.
 */
export async function matchWithdrawal(id: string): Promise<WithdrawalView | null> {
  const row = await postgres().withdrawal.findUnique({ where: { id } })
  if (!row) return null
  const { order, emailKey, submittedAt } = row
  const [match, mails] = await Promise.all([
    findMatch({ order, emailKey, submittedAt }),
    postgres().withdrawal.count({
      where: { emailKey, number: { lt: row.number }, submittedAt: { gt: new Date(Number(submittedAt) - DAY_MS) } },
    }),
  ])
  const found = { orderId: match?.orderId ?? null, isLate: match?.isLate ?? false }
  await postgres().withdrawal.update({ where: { id }, data: found })
  return { ...toReceipt(row), match, isMailHeldBack: mails >= MAX_MAILS_A_DAY }
}

/** Records that the acknowledgement was sent to the consumer. */
export async function noteAcknowledged(id: string): Promise<void> {
  await postgres().withdrawal.updateMany({ where: { id, acknowledgedAt: null }, data: { acknowledgedAt: new Date() } })
}

/**
 * Returns a UUID derived from the key and the content, so that a changed statement sent with a used key is not lost.
 */
function keyOf({ idempotencyKey, name, order, email, part }: WithdrawalStatement): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([idempotencyKey, name, order, email, part]))
    .digest('hex')
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}

type Row = { number: number; name: string; order: string; email: string; part: string; submittedAt: Date }

function toReceipt({ number, name, order, email, part, submittedAt }: Row): WithdrawalReceipt {
  const receipt = { name, order, email, part }
  return { ...receipt, number: withdrawalNumber(number, submittedAt), submittedAt: submittedAt.toISOString() }
}

async function findMatch(stated: { order: string; emailKey: string; submittedAt: Date }) {
  const candidates = await postgres().order.findMany({
    where: { number: { in: orderNumbersIn(stated.order) } },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, email: true, events: { where: { type: 'DELIVERED' }, orderBy: { id: 'desc' } } },
  })
  const match = candidates.find(({ email }) => foldEmail(email) === stated.emailKey)
  if (!match) return null
  const delivered = match.events[0]?.createdAt
  const lastDay = delivered ? lastDayToWithdraw(delivered) : null
  const isLate = lastDay !== null && shopDay(stated.submittedAt) > lastDay
  return { orderId: match.id, number: orderNumber(match.number), lastDay, isLate }
}
