import type { Actor } from '@/lib/auth/actor'
import type { Client } from '@/lib/services/customers/sign-in/sessions'

/** Returns the actor's browser, which the sign-in log and the list of sessions name. */
export const clientOf = ({ address, userAgent, deviceId, country }: Actor): Client => ({
  network: address,
  userAgent,
  deviceId,
  country,
})
