import autocannon, { type Result } from 'autocannon'

const CONNECTIONS = 16

export interface Load {
  perSecond: number
  /** Median response time in milliseconds; `p95` is the 95th percentile. */
  p50: number
  p95: number
  failed: number
}

interface Options {
  seconds?: number
  headers?: Record<string, string>
}

/**
 * Sends requests over 16 connections for `seconds`, after a warm-up of one second. Each connection cycles through all
 * addresses, which must be on this machine.
 */
export async function load(addresses: string[], { seconds = 5, headers = {} }: Options = {}): Promise<Load> {
  const urls = addresses.map((address) => new URL(address))
  const [first] = urls
  if (!first || urls.some(({ hostname }) => !['127.0.0.1', 'localhost'].includes(hostname)))
    throw new Error(`${addresses[0]} is not on this machine`)
  let connected = 0
  const setupClient = (client: autocannon.Client) => {
    const from = Math.floor((connected++ * urls.length) / CONNECTIONS) % urls.length
    client.setRequests(
      [...urls.slice(from), ...urls.slice(0, from)].map(({ pathname, search }) => ({ path: pathname + search })),
    )
  }
  const common = { url: first.origin, connections: CONNECTIONS, headers, setupClient }
  await autocannon({ ...common, duration: 1 })
  const latencies: number[] = []
  const { requests, non2xx, errors } = await new Promise<Result>((resolve, reject) => {
    const done = (error: unknown, result: Result) => (error ? reject(error) : resolve(result))
    const running = autocannon({ ...common, duration: seconds }, done)
    running.on('response', (_client, _status, _bytes, milliseconds) => latencies.push(milliseconds))
  })
  latencies.sort((a, b) => a - b)
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0
  return { perSecond: requests.average, p50: at(0.5), p95: at(0.95), failed: non2xx + errors }
}
