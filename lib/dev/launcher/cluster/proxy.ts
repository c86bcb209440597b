import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { pipeline } from 'node:stream/promises'

const HOP_BY_HOP = new Set(['connection', 'keep-alive'])

export type Proxy = { port: number; stop(): Promise<void> }

type ProxyOptions = {
  port: number
  /** Returns the ports on 127.0.0.1 to forward to; called before each request. */
  upstreams: () => number[]
}

/**
 * Starts an HTTP proxy that forwards requests to the upstream servers in turn, skipping those that refuse the
 * connection. Answers 502 if all of them do. For development only: it has no timeouts and no keep-alive.
 */
export async function startProxy({ port, upstreams }: ProxyOptions): Promise<Proxy> {
  let turn = 0
  const server = createServer(async (incoming, outgoing) => {
    const ports = upstreams()
    const first = turn++
    const inTurn = ports.map((_, index) => ports[(first + index) % ports.length] ?? 0)
    const socket = await connectToAny(inTurn)
    if (!socket) return void outgoing.writeHead(502).end('No instance takes requests.\n')
    forward(incoming, outgoing, socket)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, resolve)
  })
  return { port: portOf(server), stop: () => closeServer(server) }
}

async function connectToAny(ports: number[]): Promise<Socket | null> {
  for (const port of ports) {
    const socket = await tryConnect(port)
    if (socket) return socket
  }
  return null
}

function tryConnect(port: number): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', () => resolve(null))
    socket.once('connect', () => resolve(socket))
  })
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse, socket: Socket): void {
  const { method, url, headers } = incoming
  const client = incoming.socket.remoteAddress ?? ''
  const forwarded = {
    'x-forwarded-for': [headers['x-forwarded-for'], client].flat().filter(Boolean).join(', '),
    'x-forwarded-host': headers.host,
    'x-forwarded-proto': 'http',
  }
  const upstream = request({ method, path: url, headers: { ...headers, ...forwarded }, createConnection: () => socket })
  const abort = () => {
    upstream.destroy()
    if (!outgoing.headersSent) outgoing.writeHead(502).end('The instance ended during the request.\n')
    else outgoing.destroy()
  }
  upstream.once('error', abort)
  upstream.once('response', (response) => {
    outgoing.writeHead(response.statusCode ?? 502, response.statusMessage, endToEnd(response.rawHeaders))
    pipeline(response, outgoing).catch(abort)
  })
  outgoing.once('close', () => upstream.destroy())
  pipeline(incoming, upstream).catch(abort)
}

/** Removes the hop-by-hop headers from node's flat list of header names and values. */
function endToEnd(rawHeaders: string[]): string[] {
  return rawHeaders.filter((_, index) => !HOP_BY_HOP.has((rawHeaders[index - (index % 2)] ?? '').toLowerCase()))
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy listens on no port.')
  return address.port
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeAllConnections()
  await closed
}
