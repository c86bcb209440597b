import type { Actor } from '@/lib/auth/actor'
import type { Entered } from '@/lib/contracts/customers'
import { type Admission, joinWhatIsTheirs } from '@/lib/services/customers/sign-in/entry'

/**
 * Returns what the HTTP layer stores in the browser after a sign-in: a session and what joined the account, or the
 * second factor to ask for. `to` is the page to which the person wants to go.
 */
export async function entered(admission: Admission, actor: Actor, to?: string): Promise<Entered> {
  if ('secondFactor' in admission) return { session: null, secondFactor: admission.secondFactor, joined: null }
  const { session } = admission
  const { userId } = session
  const isCheckingOut = to?.startsWith('/checkout') ?? false
  const joined = await joinWhatIsTheirs({ userId, guestCartId: actor.guestCartId, isCheckingOut })
  return { session, secondFactor: null, joined }
}
