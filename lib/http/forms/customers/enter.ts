import type { Actor } from '@/lib/auth/actor'
import { forgetGuestCart } from '@/lib/auth/cart-session'
import { keepSession } from '@/lib/auth/session-cookie'
import type { Answer } from '@/lib/contracts/answer'
import type { Entered } from '@/lib/contracts/customers'
import { returnPath } from '@/lib/domain/customers/return-path'
import { signOut } from '@/lib/operations/customers/sign-in'
import type { Fields } from '../form-post'

/** Where a sign-in form leads, and what the next page needs to know. */
export interface Next {
  next: string
  values: Fields | null
}

/**
 * Stores a new session in the browser, and ends the one that it had. Leads to the page from which the person came; to
 * what joined their account, if that needs words; or to the second factor.
 */
export async function enter(answer: Answer<Entered>, fields: Fields, actor: Actor): Promise<Answer<Next>> {
  if (!answer.ok) return answer
  const { session, secondFactor, joined } = answer
  const { to = '', stay = '', isNew } = fields
  if (secondFactor) return { ok: true, next: '/sign-in/code', values: { challengeId: secondFactor, to, stay } }
  if (!session) throw new Error('A sign-in gave neither a session nor a second factor.')
  if (actor.customer) await signOut.execute({}, actor)
  await keepSession({ ...session, isKept: stay === 'yes' })
  if (joined?.isCartDone) await forgetGuestCart()
  const next = returnPath(to)
  const needsWords = joined && (isNew || joined.orders > 0 || (joined.carts && needsTelling(joined.carts)))
  if (!needsWords) return { ok: true, next, values: null }
  const values = { joined: JSON.stringify(joined), next, ...(isNew && { isNew }) }
  return { ok: true, next: isNew ? '/register/welcome' : '/sign-in/joined', values }
}

const needsTelling = ({ clipped, leftOut, saved }: { clipped: unknown[]; leftOut: unknown[]; saved: number }) =>
  clipped.length > 0 || leftOut.length > 0 || saved > 0
