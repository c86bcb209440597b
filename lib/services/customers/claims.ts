import { z } from 'zod'
import { postgres, transaction } from '@/lib/db/postgres'
import { foldEmail } from '@/lib/domain/customers/email'
import { enqueue } from '@/lib/jobs/enqueue'
import { countAttempts, type Limit } from '../rate-limit'
import { createChallenge, expired, meetByToken } from './sign-in/challenges'

const PER_PERSON: Limit = { name: 'claim', max: 10, windowSeconds: 3_600 }
const PER_EMAIL: Limit = { name: 'claim e-mail', max: 3, windowSeconds: 3_600 }
const dataSchema = z.object({ orderId: z.uuid().optional() })

/**
 * Sends the address with which a guest placed an order a link that adds the order to this account. An order that an
 * account keeps is never moved to another one: its owner could press the link of a stranger by mistake. The answer is the same
 * whether or not there is such an order; without one, no mail is sent, which only the owner of that address could notice.
 * Errors: too_many_requests.
 */
export async function requestClaim(claim: { userId: string; number: number; email: string }): Promise<void> {
  const { userId, number, email } = claim
  await countAttempts([
    { limit: PER_PERSON, subject: userId },
    { limit: PER_EMAIL, subject: foldEmail(email) },
  ])
  await transaction(async (tx) => {
    const order = await tx.order.findFirst({ where: { number, emailKey: foldEmail(email), userId: null } })
    if (!order) return
    const data = { orderId: order.id }
    const challengeId = await createChallenge(tx, { kind: 'order_claim', userId, email: order.email, data })
    await enqueue(tx, { name: 'mail.account', data: { challengeId } })
  })
}

/**
 * Adds an order to the account that asked for it, with the token of the link. Errors: expired_link, also if an account
 * keeps the order by now.
 */
export async function confirmClaim(token: string): Promise<{ orderId: string }> {
  return transaction(async (tx) => {
    const { userId, data } = await meetByToken(tx, 'order_claim', token)
    const { orderId } = dataSchema.parse(data)
    if (!userId || !orderId) throw expired()
    const { count } = await tx.order.updateMany({ where: { id: orderId, userId: null }, data: { userId } })
    if (count === 0) throw expired()
    return { orderId }
  })
}

/** Returns whether an order is one of this person's. */
export const isOwnOrder = async (userId: string, orderId: string): Promise<boolean> =>
  (await postgres().order.count({ where: { id: orderId, userId } })) > 0
