import { type AuthConfig, customFetch, skipCSRFCheck } from '@auth/core'
import type { Provider as AuthProvider } from 'next-auth/providers'
import GitHub from 'next-auth/providers/github'
import Google from 'next-auth/providers/google'
import type { Provider } from '@/lib/domain/customers/providers'
import { env } from '@/lib/env'
import { signatureOf } from '../signature'
import { readGithubPerson } from './identity'

const TIMEOUT_MS = 10_000
const GITHUB_API = 'https://api.github.com'

/** Path under which the library sees its requests. The callback is a route of ours at the same path. */
export const BASE_PATH = '/api/auth'

/** Returns the library's name of a cookie with a check, by what it holds. Browsers keep `__Host-` to this very host. */
export const checkCookie = (check: 'state' | 'pkce' | 'nonce' | 'visit'): string =>
  `${isSecure() ? '__Host-' : ''}shop.provider-${check}`

export const isSecure = () => env().NEXUS_URL.startsWith('https:')

/**
 * Returns the library's settings for one request to or from a provider. Only what authorizes is used: the checks of
 * state, PKCE, nonce and id_token. `onPerson` gets what the provider says; sessions are none of the library's business.
 */
export function authSettings(
  provider: Provider,
  hooks: { onPerson: (profile: unknown) => void; onError: (error: Error) => void },
): AuthConfig {
  const cookie = (check: Parameters<typeof checkCookie>[0]) => ({
    name: checkCookie(check),
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } as const,
  })
  return {
    basePath: BASE_PATH,
    trustHost: true, // The address of each request is made from NEXUS_URL.
    secret: signatureOf('provider', 'cookies'),
    skipCSRFCheck, // Our own forms check where a post comes from.
    providers: [authProvider(provider)],
    cookies: { state: cookie('state'), pkceCodeVerifier: cookie('pkce'), nonce: cookie('nonce') },
    callbacks: {
      signIn({ profile }) {
        hooks.onPerson(profile)
        return '/' // An address ends the library's part, before it would make a session.
      },
    },
    logger: { error: hooks.onError, warn: () => {}, debug: () => {} },
  }
}

function authProvider({ id, name, clientId, clientSecret, issuer }: Provider): AuthProvider {
  const client = { clientId, clientSecret, [customFetch]: patientFetch }
  if (id === 'google') return Google({ ...client, checks: ['pkce', 'state', 'nonce'] })
  if (id === 'github')
    return GitHub({
      ...client,
      checks: ['pkce', 'state'],
      userinfo: {
        url: `${GITHUB_API}/user`,
        request: ({ tokens }: { tokens: { access_token?: string } }) =>
          readGithubPerson((path) => readGithub(path, tokens.access_token ?? '')),
      },
    })
  return {
    ...client,
    ...{ id, name, type: 'oidc', issuer: issuer ?? '' },
    checks: ['pkce', 'state', 'nonce'],
    idToken: false, // Asks for the claims too, because many id_tokens leave out the address.
  }
}

const patientFetch: typeof fetch = (input, init) =>
  fetch(input, { ...init, cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) })

async function readGithub(path: string, token: string): Promise<unknown> {
  const headers = { authorization: `Bearer ${token}`, 'user-agent': 'nexus', accept: 'application/vnd.github+json' }
  const response = await patientFetch(`${GITHUB_API}${path}`, { headers })
  if (response.ok) return response.json()
  if (path === '/user') throw new Error(`GitHub answered ${path} with ${response.status}.`)
  return null
}
