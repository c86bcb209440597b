import { once } from 'node:events'
import { createServer, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { ServerPolicy } from './response-headers'
import { hookServer, unhookServer } from './server-hook'

const FOR_A_MONTH = 's-maxage=2592000, stale-while-revalidate=28944000'
const POLICY: ServerPolicy = { isHttps: false, isDevelopment: false, pageCdnSeconds: 0, inlineScripts: ['1+1'] }

afterEach(unhookServer)

interface Asked {
  path?: string
  policy?: Partial<ServerPolicy>
  headers?: Record<string, string>
  method?: string
}

/**
 * Sends a request to a server with the hook. Returns the response, and the policy header and method that the server's
 * own code saw.
 */
async function ask(answer: (response: ServerResponse) => void, { path = '/', policy, headers, method }: Asked = {}) {
  hookServer({ ...POLICY, ...policy })
  let shown: unknown
  let methodReceived: string | undefined
  const server = createServer((incoming, response) => {
    shown = incoming.headers['content-security-policy']
    methodReceived = incoming.method
    answer(response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const outgoing = request({ port, path, headers, method, agent: false }).end()
  const [received] = await once(outgoing, 'response')
  received.resume()
  await once(received, 'end')
  server.close()
  return { status: received.statusCode, headers: received.headers, raw: received.rawHeaders, shown, methodReceived }
}

const page = (response: ServerResponse) => response.setHeader('Cache-Control', FOR_A_MONTH).end('page')

describe('a page', () => {
  it('is revalidated each time', async () => {
    expect((await ask(page)).headers['cache-control']).toBe('public, max-age=0, must-revalidate')
  })

  it('may be kept by shared caches for as long as the operator sets', async () => {
    const { headers } = await ask(page, { policy: { pageCdnSeconds: 30 } })
    expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=30, must-revalidate')
  })

  it('that redirects has one Location, and is not cached for a month', async () => {
    const twice = (response: ServerResponse) =>
      response.setHeader('Location', ['/c/lamps', '/c/lamps']).writeHead(307).end()
    const { headers, raw } = await ask(twice)
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate')
    expect(raw.filter((name: string) => name.toLowerCase() === 'location')).toHaveLength(1)
  })

  it('has the same headers if they are passed with the status', async () => {
    const passed = (response: ServerResponse) =>
      response.writeHead(404, 'Not Found', ['Cache-Control', FOR_A_MONTH, 'X-Other', '1']).end()
    const { status, headers } = await ask(passed)
    expect(status).toBe(404)
    expect(headers).toMatchObject({ 'cache-control': 'public, max-age=0, must-revalidate', 'x-other': '1' })
  })
})

it.each(['public, max-age=31536000, immutable', 'no-store', 'private, no-cache, no-store, max-age=0, must-revalidate'])(
  'other responses keep their own Cache-Control: %s',
  async (value) => {
    const { headers } = await ask((response) => response.setHeader('Cache-Control', value).end())
    expect(headers['cache-control']).toBe(value)
  },
)

it('TRACE, for which Next.js throws, is answered 405', async () => {
  const { status, headers, methodReceived } = await ask((response) => response.writeHead(200, 'OK').end(), {
    method: 'TRACE',
  })
  expect(status).toBe(405)
  expect(headers.allow).toBe('GET, HEAD, POST')
  expect(methodReceived).toBe('HEAD')
})

describe('security headers', () => {
  it('of a static page allow its own inline scripts, and nothing of other origins', async () => {
    const { headers } = await ask(page)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy':
        "script-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
    })
    expect(headers['permissions-policy']).toContain('camera=()')
  })

  it('of the checkout allow only scripts with a fresh nonce, which Next.js receives', async () => {
    const first = await ask(page, { path: '/checkout?sent=1' })
    const second = await ask(page, { path: '/checkout' })
    const policies = [first, second].map(({ headers }) => String(headers['content-security-policy']))
    const nonces = policies.map((policy) => /'nonce-([^']+)'/.exec(policy)?.[1])
    expect(nonces[0]).toBeTruthy()
    expect(nonces[0]).not.toBe(nonces[1])
    expect(policies[0]).not.toContain('unsafe')
    expect(first.shown).toBe(policies[0])
  })

  it('of a missing page below the checkout are those of static pages, as its scripts have no nonce', async () => {
    const { headers } = await ask(page, { path: '/checkout/nothing' })
    expect(headers['content-security-policy']).toContain("script-src 'self' 'unsafe-inline'")
  })

  it('sent by a client are dropped', async () => {
    const headers = { 'content-security-policy': "script-src 'nonce-mine'" }
    expect((await ask(page, { headers })).shown).toBeUndefined()
  })

  it('require https only if shoppers use it', async () => {
    expect((await ask(page)).headers['strict-transport-security']).toBeUndefined()
    const { headers } = await ask(page, { policy: { isHttps: true } })
    expect(headers['strict-transport-security']).toBe('max-age=31536000')
  })

  it('of an order hide its address from other sites', async () => {
    expect((await ask(page, { path: '/orders/1' })).headers['referrer-policy']).toBe('same-origin')
  })
})
