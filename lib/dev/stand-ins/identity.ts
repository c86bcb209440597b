import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { OAuth2Service } from 'oauth2-mock-server'
import { z } from 'zod'
import { choicePage } from './identity-page'

export interface IdentityStandIn {
  /** The environment with which a store offers this provider. */
  environment: Record<'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET' | 'OIDC_NAME', string>
  stop(): Promise<void>
}

/** Who somebody says they are on the stand-in's page. The account's id is made from `account`, or else the address. */
const choiceSchema = z.object({
  email: z.string().trim().toLowerCase(),
  name: z.string().trim().default(''),
  isVerified: z.literal('yes').optional(),
  account: z.string().trim().default(''),
})

const tokenRequestSchema = z.object({ body: z.object({ code: z.string().optional() }) })

/**
 * Starts a provider of OpenID Connect that plays Google and its like in development. It asks for no password: its page
 * lets you choose the address and whether it counts as confirmed. It listens on the loopback interface only, and sends
 * people back to `redirectUri` only.
 */
export async function startIdentityStandIn({
  port = 0,
  redirectUri,
}: {
  port?: number
  redirectUri: string
}): Promise<IdentityStandIn> {
  let loading: ReturnType<typeof loadService> | undefined
  const handOn = async (request: IncomingMessage, response: ServerResponse) => {
    loading ??= loadService(issuer)
    const { service, key } = await loading
    if (addressOf(request).pathname === '/token') await key
    service.requestHandler(request, response)
  }
  const server = createServer((request, response) => {
    const { pathname, searchParams } = addressOf(request)
    if (pathname !== '/authorize') return void handOn(request, response)
    if (searchParams.get('redirect_uri') !== redirectUri)
      return answer(response, 400, `Only ${redirectUri} is registered here as the address to go back to.`)
    if (searchParams.get('choice') === 'decline') return decline(response, searchParams)
    if (choiceSchema.safeParse(Object.fromEntries(searchParams)).success) return void handOn(request, response)
    return answer(response, 200, choicePage(searchParams), 'text/html; charset=utf-8')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.')
  const issuer = `http://localhost:${address.port}`
  return {
    environment: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'nexus',
      OIDC_CLIENT_SECRET: 'nexus',
      OIDC_NAME: 'Test provider',
    },
    stop() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** Loads the library and makes a key. Only once somebody visits the provider, so that no start of a store waits for it. */
async function loadService(url: string): Promise<{ service: OAuth2Service; key: Promise<unknown> }> {
  const { OAuth2Issuer, OAuth2Service } = await import('oauth2-mock-server')
  const issuer = new OAuth2Issuer()
  issuer.url = url
  const service = new OAuth2Service(issuer)
  rememberPeople(service)
  return { service, key: issuer.keys.generate('RS256') }
}

/** Makes tokens and answers tell of the person who was chosen when their code was issued. */
function rememberPeople(service: OAuth2Service): void {
  const people = new Map<string, Record<string, unknown>>()
  service.on('beforeAuthorizeRedirect', ({ url }: { url: URL }, request: IncomingMessage) => {
    people.set(url.searchParams.get('code') ?? '', claimsOf(addressOf(request).searchParams))
  })
  service.on('beforeTokenSigning', (token: { payload: Record<string, unknown> }, request: IncomingMessage) => {
    Object.assign(token.payload, people.get(tokenRequestSchema.parse(request).body.code ?? ''))
  })
  service.on('beforeResponse', (_: unknown, request: IncomingMessage) => {
    people.delete(tokenRequestSchema.parse(request).body.code ?? '')
  })
  service.on('beforeUserinfo', (response: { body: unknown }, { headers }: IncomingMessage) => {
    const [, payload = ''] = headers.authorization?.split('.') ?? []
    response.body = JSON.parse(Buffer.from(payload, 'base64url').toString() || '{}')
  })
}

function claimsOf(parameters: URLSearchParams): Record<string, unknown> {
  const { email, name, isVerified, account } = choiceSchema.parse(Object.fromEntries(parameters))
  const sub = createHash('sha256')
    .update(account || email)
    .digest('hex')
    .slice(0, 24)
  return { sub, ...(email && { email, email_verified: isVerified === 'yes' }), ...(name && { name }) }
}

function decline(response: ServerResponse, parameters: URLSearchParams): void {
  const back = new URL(parameters.get('redirect_uri') ?? '')
  back.searchParams.set('error', 'access_denied')
  back.searchParams.set('state', parameters.get('state') ?? '')
  response.writeHead(302, { location: back.href }).end()
}

// The host does not matter: only path and query are read.
const addressOf = ({ url }: IncomingMessage) => new URL(url ?? '/', 'http://localhost')

const answer = (response: ServerResponse, status: number, body: string, type = 'text/plain; charset=utf-8') => {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
}
