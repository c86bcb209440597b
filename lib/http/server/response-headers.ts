import { createHash } from 'node:crypto'

/** What the operator decides at run time; nothing of it is part of a build. */
export interface ServerPolicy {
  /** Whether shoppers reach the store over https. */
  isHttps: boolean
  isDevelopment: boolean
  /** How many seconds shared caches may answer with a page without asking. */
  pageCdnSeconds: number
  /** Inline scripts that also pages with a nonce contain, the same on each. */
  inlineScripts: string[]
}

/** Pages rendered for each request, whose scripts can bear a nonce. Static ones cannot. */
const WITH_NONCE = /^\/checkout(?:\/|$)/
/** Who has an order's address may see the order. Without any referrer its own forms would be taken for foreign ones. */
const SECRET_ADDRESS = /^\/orders\//
const BUILD_ASSET = '/_next/static/'

const REST_OF_POLICY = "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
const YEAR_SECONDS = 31_536_000

export const needsNonce = (pathname: string): boolean => WITH_NONCE.test(pathname)

/** Returns the Cache-Control of every page: browsers ask each time, shared caches once in `pageCdnSeconds`. */
export const pageCacheControl = ({ pageCdnSeconds }: Pick<ServerPolicy, 'pageCdnSeconds'>): string =>
  pageCdnSeconds > 0
    ? `public, max-age=0, s-maxage=${pageCdnSeconds}, must-revalidate`
    : 'public, max-age=0, must-revalidate'

/** Returns the function that names the security headers of an address, with a nonce or without. */
export function securityHeaders(policy: ServerPolicy): (pathname: string, nonce?: string) => [string, string][] {
  // React's error overlay evaluates code; nothing else does.
  const development = policy.isDevelopment ? " 'unsafe-eval'" : ''
  const hashes = policy.inlineScripts.map(
    (script) => ` 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )
  const ofStaticPages = `script-src 'self' 'unsafe-inline'${development}; ${REST_OF_POLICY}`
  const withNonce = (nonce: string) =>
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${hashes.join('')}${development}; ${REST_OF_POLICY}`
  const always: [string, string][] = [
    ['X-Content-Type-Options', 'nosniff'],
    ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()'],
  ]
  if (policy.isHttps) always.push(['Strict-Transport-Security', `max-age=${YEAR_SECONDS}`])
  const ofPages: [string, string][] = [...always, ['Content-Security-Policy', ofStaticPages]]
  const ofSecretAddresses: [string, string][] = [...ofPages, ['Referrer-Policy', 'same-origin']]
  const ofAssets = always.slice(0, 1)
  return (pathname, nonce) => {
    if (nonce) return [...always, ['Content-Security-Policy', withNonce(nonce)]]
    if (pathname.startsWith(BUILD_ASSET)) return ofAssets
    return SECRET_ADDRESS.test(pathname) ? ofSecretAddresses : ofPages
  }
}
