import autocannon, { type Result } from 'autocannon'

const CONNECTIONS = 16

export interface Load {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p95: number
  failed: number
}

interface Options {
  seconds?: number
  headers?: Record<string, string>
}

/** Sends requests over 16 connections for some seconds, after a warm-up of one. Loopback only. */
export async function load(url: string, { seconds = 5, headers = {} }: Options = {}): Promise<Load> {
  if (!['127.0.0.1', 'localhost'].includes(new URL(url).hostname)) throw new Error(`${url} is not on this machine`)
  await autocannon({ url, connections: CONNECTIONS, duration: 1, headers })
  const latencies: number[] = []
  const { requests, non2xx, errors } = await new Promise<Result>((resolve, reject) => {
    const done = (error: unknown, result: Result) => (error ? reject(error) : resolve(result))
    const running = autocannon({ url, connections: CONNECTIONS, duration: seconds, headers }, done)
    running.on('response', (_client, _status, _bytes, milliseconds) => latencies.push(milliseconds))
  })
  latencies.sort((a, b) => a - b)
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0
  return { perSecond: requests.average, p50: at(0.5), p95: at(0.95), failed: non2xx + errors }
}
