import { Auth } from '@auth/core'
import { InvalidCheck, OAuthCallbackError } from '@auth/core/errors'
import type { ProviderIdentity } from '@/lib/contracts/customers/providers'
import type { Provider } from '@/lib/domain/customers/providers'
import { env } from '@/lib/env'
import { DomainError } from '@/lib/errors'
import { identityOf } from './identity'
import { authSettings, BASE_PATH, checkCookie } from './settings'

/** Parameters of a callback. All others are ignored. */
const PARAMETERS = ['code', 'state', 'iss', 'error', 'error_description']
/** Codes of oauth4webapi, on which the library is built, for parameters and claims that are not the expected ones. */
const CHECKED_CODES = new Set<unknown>(['OAUTH_INVALID_RESPONSE', 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'])
/** What providers say of a code that is used, too old, or of another visit. */
const USED_CODE = new Set<unknown>(['invalid_grant', 'invalid_request'])
const CHECKS = (['state', 'pkce', 'nonce'] as const).map((check) => () => checkCookie(check))

/** The path to which a provider sends people back, on NEXUS_URL. */
export const callbackPath = (provider: Provider): string => `${BASE_PATH}/callback/${provider.id}`

/**
 * Starts to ask a provider who somebody is. Returns the provider's address for the browser, and the cookies (as
 * Set-Cookie headers) against which the answer is checked. Errors: unavailable (the provider does not answer).
 */
export async function startAuthorization(provider: Provider): Promise<{ location: string; setCookies: string[] }> {
  let fault: Error | undefined
  const settings = authSettings(provider, {
    onPerson: () => {},
    onError: (error) => {
      fault = error
    },
  })
  const request = new Request(addressOf(`${BASE_PATH}/signin/${provider.id}`), { method: 'POST' })
  const response = await Auth(request, settings)
  const location = response.headers.get('location')
  if (fault || !location) throw unanswered(provider, fault)
  return { location, setCookies: checksOf(response) }
}

/**
 * Checks the answer with which a provider sends somebody back, and returns who they are. `query` is that of the
 * callback's address, `cookies` those of the request, by name. The cookies of the checks are used up if they fit.
 * Errors: expired_link (a check failed), wrong_credentials (the person or the provider declined), unavailable.
 */
export async function finishAuthorization(
  provider: Provider,
  { query, cookies }: { query: URLSearchParams; cookies: ReadonlyMap<string, string> },
): Promise<{ identity: ProviderIdentity; setCookies: string[] }> {
  if (!query.has('code') && !query.has('error')) throw outdated(provider)
  let fault: Error | undefined
  let profile: unknown
  const settings = authSettings(provider, {
    onPerson: (person) => {
      profile = person
    },
    onError: (error) => {
      fault = error
    },
  })
  const known = new URLSearchParams([...query].filter(([name]) => PARAMETERS.includes(name)))
  const checks = CHECKS.map((name) => [name(), cookies.get(name())] as const)
  const cookie = checks.flatMap(([name, value]) => (value ? [`${name}=${value}`] : [])).join('; ')
  const address = addressOf(`${callbackPath(provider)}?${known}`)
  const response = await Auth(new Request(address, { headers: cookie ? { cookie } : {} }), settings)
  if (fault || profile === undefined) throw refusalOf(provider, fault)
  return { identity: identityOf(provider, profile), setCookies: checksOf(response) }
}

/** Returns the address of a path on NEXUS_URL, whatever host the request names. */
const addressOf = (path: string) => new URL(path, new URL(env().NEXUS_URL).origin)

/** Returns the Set-Cookie headers of checks; the library's others, such as the one of its callback address, are dropped. */
const checksOf = ({ headers }: Response) =>
  headers.getSetCookie().filter((cookie) => CHECKS.some((name) => cookie.startsWith(`${name()}=`)))

function refusalOf(provider: Provider, fault: Error | undefined): DomainError {
  const causes = causesOf(fault)
  if (causes.some((cause) => cause instanceof OAuthCallbackError))
    return couldNot(provider, 'wrong_credentials', 'You turned back, or it declined. Nothing was changed.')
  return causes.some(isFailedCheck) ? outdated(provider) : unanswered(provider, fault)
}

/** Returns the error for an answer that belongs to no visit that waits in this browser. It does not say why. */
export const outdated = (provider: Provider) =>
  couldNot(
    provider,
    'expired_link',
    'This sign-in has been used, is too old, or was started in another browser. Please start it again here.',
  )

function unanswered(provider: Provider, fault: Error | undefined): DomainError {
  console.error(`[oauth] ${provider.name} gave no usable answer.`, ...causesOf(fault).map(({ message }) => message))
  return couldNot(
    provider,
    'unavailable',
    'It does not answer as it should. Try again in a moment, or use your e-mail.',
  )
}

const couldNot = ({ name }: Provider, code: DomainError['code'], why: string) =>
  new DomainError(code, `${name} could not sign you in.`, { why })

/** Returns whether the answer does not belong to a visit that waits: a check failed, or the code was used or made up. */
function isFailedCheck(error: Error): boolean {
  if (error instanceof InvalidCheck || ('error' in error && USED_CODE.has(error.error))) return true
  return 'code' in error && CHECKED_CODES.has(error.code) && /"(state|iss|nonce)"/.test(error.message)
}

/** Returns an error and its causes. The library wraps the cause in `{ err }`. */
function causesOf(error: unknown): Error[] {
  if (!(error instanceof Error)) return []
  const { cause } = error
  const inner = typeof cause === 'object' && cause !== null && 'err' in cause ? cause.err : cause
  return [error, ...causesOf(inner)]
}
