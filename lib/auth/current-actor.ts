import { headers } from 'next/headers'
import { env } from '@/lib/env'
import type { Actor } from './actor'
import { guestCartId } from './cart-session'
import { clientAddress } from './client-address'
import { currentDeviceId } from './device'
import { currentSession } from './session'
import { currentVisitorId } from './visitor'

/**
 * Returns the actor of the current request, from its cookies and network address. Rejects if there is a session cookie
 * and the database cannot be asked about it.
 */
export async function currentActor(): Promise<Actor> {
  const [guestId, visitorId, address, deviceId, list, session] = await Promise.all([
    guestCartId(),
    currentVisitorId(),
    clientAddress(),
    currentDeviceId(),
    headers(),
    currentSession(),
  ])
  return {
    cartId: session?.cartId ?? guestId,
    guestCartId: guestId,
    visitorId,
    address,
    userAgent: list.get('user-agent') ?? '',
    country: countryIn(list),
    deviceId,
    customer: session && {
      userId: session.userId,
      sessionId: session.sessionId,
      email: session.user.email,
      name: session.user.name,
      authAt: session.authAt,
    },
  }
}

/** Returns the client's country as the operator's proxy tells it; null if it does not. */
function countryIn(list: Headers): string | null {
  const { COUNTRY_HEADER, TRUSTED_PROXIES } = env()
  const country = COUNTRY_HEADER && TRUSTED_PROXIES.length > 0 ? list.get(COUNTRY_HEADER) : null
  return country && /^[A-Z]{2}$/.test(country) && country !== 'XX' ? country : null
}
