import { randomBytes } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { needsNonce, pageCacheControl, type ServerPolicy, securityHeaders } from './response-headers'

const CHANNEL = 'http.server.request.start'
const NONCE_BYTES = 16
const METHOD_NOT_ALLOWED = 405

interface RequestStart {
  request: IncomingMessage
  response: ServerResponse
}

const isRequestStart = (message: unknown): message is RequestStart =>
  typeof message === 'object' && message !== null && 'request' in message && 'response' in message

// On globalThis, because a hot reload loads this module again and must not add a second hook.
const shared = globalThis as typeof globalThis & { nexusServerHook?: (message: unknown) => void }

/**
 * Changes every request to this process before Next.js gets it, and every response before it is sent. Headers that
 * depend on the environment are set here, so that one build can run anywhere.
 */
export function hookServer(policy: ServerPolicy): void {
  unhookServer()
  const securityOf = securityHeaders(policy)
  const cacheControl = pageCacheControl(policy)
  shared.nexusServerHook = (message) => {
    if (!isRequestStart(message)) return
    const { request, response } = message
    const pathname = pathOf(request)
    const nonce = needsNonce(pathname) ? randomBytes(NONCE_BYTES).toString('base64') : undefined
    prepareRequest(request, nonce, securityOf)
    const isRefused = refuseTrace(request)
    beforeHead(response, (answered) => {
      const status = isRefused ? METHOD_NOT_ALLOWED : answered
      if (isRefused) response.setHeader('Allow', 'GET, HEAD, POST')
      for (const [name, value] of securityOf(pathname, nonce)) response.setHeader(name, value)
      if (isOfPageCache(response, status)) response.setHeader('Cache-Control', cacheControl)
      sendOneLocation(response)
      return status
    })
  }
  subscribe(CHANNEL, shared.nexusServerHook)
}

/** Removes the hook, if there is one. */
export function unhookServer(): void {
  if (shared.nexusServerHook) unsubscribe(CHANNEL, shared.nexusServerHook)
  shared.nexusServerHook = undefined
}

/**
 * Replaces request headers that Next.js trusts: removes those sent by the client, and sets the policy that contains the
 * nonce.
 */
function prepareRequest(
  request: IncomingMessage,
  nonce: string | undefined,
  securityOf: ReturnType<typeof securityHeaders>,
): void {
  // Next.js reads the nonce for scripts from this header. A nonce from a client could end up in a cached page.
  delete request.headers['content-security-policy']
  delete request.headers['content-security-policy-report-only']
  if (nonce) {
    const policy = securityOf(pathOf(request), nonce).find(([name]) => name === 'Content-Security-Policy')
    request.headers['content-security-policy'] = policy?.[1]
  }
}

/**
 * Returns whether the method is TRACE, which makes Next.js throw. Changes such a request to HEAD, so that the response
 * has no body.
 */
function refuseTrace(request: IncomingMessage): boolean {
  if (request.method !== 'TRACE') return false
  request.method = 'HEAD'
  return true
}

const pathOf = ({ url = '/' }: IncomingMessage) => {
  const end = url.indexOf('?')
  return end < 0 ? url : url.slice(0, end)
}

type PassedHeaders = OutgoingHttpHeaders | OutgoingHttpHeader[]

/**
 * Calls `decide` with the response's status when its headers are complete but can still be changed. `decide` returns
 * the status to send.
 */
function beforeHead(response: ServerResponse, decide: (status: number) => number): void {
  response.writeHead = (status: number, second?: string | PassedHeaders, third?: PassedHeaders) => {
    const passed = typeof second === 'string' ? third : (second ?? third)
    if (passed) keep(response, passed)
    const sent = decide(status)
    if (typeof second === 'string' && sent === status) response.statusMessage = second
    return ServerResponse.prototype.writeHead.call(response, sent)
  }
}

/**
 * Sets the headers that were passed to writeHead (an object, or alternating names and values), so that `getHeader`
 * finds them.
 */
function keep(response: ServerResponse, passed: PassedHeaders): void {
  if (!Array.isArray(passed)) {
    for (const [name, value] of Object.entries(passed)) if (value !== undefined) response.setHeader(name, value)
    return
  }
  for (let index = 0; index + 1 < passed.length; index += 2) {
    const value = passed[index + 1]
    if (value !== undefined)
      response.appendHeader(String(passed[index]), typeof value === 'number' ? `${value}` : value)
  }
}

/** Returns whether Next.js would let shared caches keep the response, which may be a redirect, for a month. */
function isOfPageCache(response: ServerResponse, status: number): boolean {
  const value = response.getHeader('cache-control')
  if (typeof value === 'string') return value.includes('s-maxage=') || value.includes('stale-while-revalidate')
  return status >= 300 && status < 400 && status !== 304 && !response.hasHeader('set-cookie')
}

/**
 * Removes all but one Location header. Next.js sends two on a page's first redirect: one from rendering and one from
 * the cache.
 */
function sendOneLocation(response: ServerResponse): void {
  const location = response.getHeader('location')
  if (Array.isArray(location)) response.setHeader('Location', location[0] ?? '')
}
