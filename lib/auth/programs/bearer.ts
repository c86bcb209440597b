import { DomainError } from '@/lib/errors'
import { findTokenOwner } from '@/lib/services/customers/tokens/api-tokens'
import { findAppPerson } from '@/lib/services/customers/tokens/app-sessions'
import type { Actor } from '../actor'
import { clientAddress } from '../client-address'
import { countryIn } from '../current-actor'

const BEARER = /^Bearer ([\w.~+/-]{1,2000}=*)$/i

/** Returns the actor of a program's request that needs no token. Cookies are ignored. */
export async function actorOfProgram(request: Request): Promise<Actor> {
  return {
    cartId: null,
    guestCartId: null,
    visitorId: null,
    address: await clientAddress(),
    userAgent: request.headers.get('user-agent') ?? '',
    country: countryIn(request.headers),
    deviceId: null,
    customer: null,
    staff: null,
    token: null,
  }
}

/**
 * Returns the actor of a program's request from its `Authorization: Bearer` header: a program with an API token, or a
 * person who is signed in with an app. Without the header, nobody. Cookies are ignored. Throws invalid_token if the token
 * is not valid (any more); rejects if the database cannot be asked.
 */
export async function actorOfBearer(request: Request): Promise<Actor> {
  const nobody = await actorOfProgram(request)
  const header = request.headers.get('authorization')
  if (header === null) return nobody
  const token = BEARER.exec(header)?.[1]
  if (token?.startsWith('nxs_')) {
    const owner = await findTokenOwner(token)
    if (!owner) throw invalid()
    const { tokenId: id, userId, scopes } = owner
    // Without the account's cart, which would open the cart and the checkout to tokens of any scope.
    return { ...nobody, token: { id, userId, scopes } }
  }
  const person = token === undefined ? null : await findAppPerson(token)
  if (!person) throw invalid()
  const { userId, sessionId, authAt, user, cartId } = person
  return { ...nobody, cartId, customer: { userId, sessionId, authAt, email: user.email, name: user.name } }
}

const invalid = () => new DomainError('invalid_token', 'This token is not valid, or not any more.')
