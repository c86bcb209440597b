import { createHash } from 'node:crypto'

/** Settings for response headers, which the operator chooses when the server starts rather than at build time. */
export interface ServerPolicy {
  /** Whether shoppers reach the shop over https. */
  isHttps: boolean
  isDevelopment: boolean
  /** Seconds for which shared caches may serve a page without revalidating it. */
  pageCdnSeconds: number
  /** Inline scripts that are the same on all pages. Pages with a nonce allow them by their hash. */
  inlineScripts: string[]
}

/** Pages that are rendered for each request, so that their scripts can have a nonce. Scripts of static pages cannot. */
const WITH_NONCE = /^\/checkout\/?$/
/**
 * The address of an order page grants access to the order, and that of an invitation to the office, so no referrer is sent to other sites. Our own pages still
 * get one, because posted forms are checked by it.
 */
const SECRET_ADDRESS = /^\/(orders|admin)\//
const BUILD_ASSET = '/_next/static/'

const REST_OF_POLICY = "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
const YEAR_SECONDS = 31_536_000

export const needsNonce = (pathname: string): boolean => WITH_NONCE.test(pathname)

/** Returns the Cache-Control header of pages: browsers always revalidate, shared caches after `pageCdnSeconds`. */
export const pageCacheControl = ({ pageCdnSeconds }: Pick<ServerPolicy, 'pageCdnSeconds'>): string =>
  pageCdnSeconds > 0
    ? `public, max-age=0, s-maxage=${pageCdnSeconds}, must-revalidate`
    : 'public, max-age=0, must-revalidate'

/** Returns a function that returns the security headers for a path and, if its page has one, a nonce. */
export function securityHeaders(policy: ServerPolicy): (pathname: string, nonce?: string) => [string, string][] {
  // React's error overlay needs eval in development.
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
