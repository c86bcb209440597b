import type { Joined } from '@/lib/contracts/customers'
import { postgres, type Tx } from '@/lib/db/postgres'
import { DomainError } from '@/lib/errors'
import { joinCarts } from '../../cart/joining'
import { createChallenge } from './challenges'
import { type Client, startSession } from './sessions'

/** How somebody showed who they are. */
export type WayIn = 'password' | 'app' | 'link' | 'reset' | 'registration' | 'passkey' | 'provider'

/** A session to be stored in the browser's cookie. */
export interface NewSession {
  userId: string
  sessionId: string
  token: string
  expiresAt: Date
}

/** The result of a way in: a session, or the challenge of a second factor that has to be met first. */
export type Admission = { session: NewSession } | { secondFactor: string }

/**
 * Admits a person who has shown who they are. Every way in ends here. If the account has a second factor, there is no
 * session before it was shown too; a passkey already is two factors. Errors: on_hold.
 */
export async function admit(tx: Tx, entry: { userId: string; via: WayIn; client: Client }): Promise<Admission> {
  const { userId, via, client } = entry
  const user = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, blockedAt: true, totp: { select: { confirmedAt: true } } },
  })
  refuseOnHold(user)
  if (user.totp?.confirmedAt && via !== 'passkey') {
    const challenge = { kind: 'second_factor', userId, email: user.email, data: { via } } as const
    return { secondFactor: await createChallenge(tx, challenge) }
  }
  const aal = via === 'passkey' ? 2 : 1
  return { session: { userId, ...(await startSession(tx, { userId, via, aal, client })) } }
}

/** Throws on_hold if staff have put the account on hold. Call this only after the person has shown who they are. */
export function refuseOnHold({ blockedAt }: { blockedAt: Date | null }): void {
  if (blockedAt)
    throw new DomainError('on_hold', 'This account is on hold. Please write to us, and we sort it out together.')
}

/**
 * Joins the guest's cart and earlier guest orders with the account of a new session. Never rejects: a failure is logged,
 * and what could not be joined stays where it is.
 */
export async function joinWhatIsTheirs(entry: {
  userId: string
  guestCartId: string | null
  isCheckingOut: boolean
}): Promise<Joined> {
  const attempt = async <Value>(work: Promise<Value>) => {
    try {
      return { value: await work }
    } catch (error) {
      console.error('Could not join what a guest had with the account that signed in.', error)
      return null
    }
  }
  const carts = await attempt(joinCarts(entry))
  const orders = await attempt(joinGuestOrders(entry.userId))
  return { carts: carts?.value ?? null, orders: orders?.value ?? 0, isCartDone: carts !== null }
}

/**
 * Adds orders that were placed without an account to the account with their e-mail address, which is confirmed. Returns
 * their number.
 */
async function joinGuestOrders(userId: string): Promise<number> {
  return postgres().$executeRaw`
    UPDATE "Order" SET "userId" = person.id FROM "User" person
    WHERE person.id = ${userId}::uuid AND "Order"."emailKey" = person."emailKey" AND "Order"."userId" IS NULL`
}
