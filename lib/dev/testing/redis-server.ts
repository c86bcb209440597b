import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { z } from 'zod'

const READY_WITHIN_MS = 10_000

/** Whether this machine has a redis-server. In CI, tests that need one fail without it. */
export const hasRedisServer = () => spawnSync('redis-server', ['--version']).status === 0

/** A Redis server of a test, which keeps nothing on disk. */
export interface RedisServer {
  url: string
  /** A client for the test itself. */
  client: Redis
  /** Stops answering, or goes on, without closing connections. */
  pause(): void
  resume(): void
  stop(): Promise<void>
}

/** Starts a Redis server. Without `port`, on a free one. */
export async function startRedis(port?: number): Promise<RedisServer> {
  const chosen = port ?? (await freePort())
  const args = ['--port', String(chosen), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', '/tmp']
  const child = spawn('redis-server', args, { stdio: 'ignore' })
  const url = `redis://127.0.0.1:${chosen}`
  const client = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null })
  client.on('error', () => {})
  await Promise.race([
    client.ping(),
    sleep(READY_WITHIN_MS, undefined, { ref: false }).then(() => {
      throw new Error('redis-server did not start.')
    }),
  ])
  return {
    url,
    client,
    pause: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
    stop: async () => {
      client.disconnect()
      await end(child)
    },
  }
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGCONT')
    child.kill('SIGKILL')
  })
}

const addressSchema = z.object({ port: z.int() })

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = addressSchema.parse(server.address())
  await new Promise((resolve) => server.close(resolve))
  return port
}
