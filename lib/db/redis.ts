import { Redis } from 'ioredis'
import { env } from '@/lib/env'

const CONNECT_TIMEOUT_MS = 1_000
/** A slower answer counts as a failure, so that a slow Redis does not hold up requests. */
const COMMAND_TIMEOUT_MS = 300
const MAX_WAIT_MS = 5_000

const store = globalThis as typeof globalThis & { nexusRedis?: { client: Redis; started: Promise<void> } }

/**
 * Returns this process's Redis client, which connects on first use and again after failures; null if REDIS_URL is unset.
 * Resolves once the first attempt to connect has succeeded or failed. Commands reject at once while there is no
 * connection, and after 300 ms without an answer.
 */
export async function redis(): Promise<Redis | null> {
  const { REDIS_URL } = env()
  if (!REDIS_URL) return null
  store.nexusRedis ??= connect(REDIS_URL)
  await store.nexusRedis.started
  return store.nexusRedis.client
}

function connect(url: string): { client: Redis; started: Promise<void> } {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    commandTimeout: COMMAND_TIMEOUT_MS,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempts) => Math.min(attempts * 200, MAX_WAIT_MS),
  })
  client.on('error', () => {}) // callers see the failures of their commands
  const started = client.connect().catch(() => {})
  return { client, started }
}

/** Closes this process's connection to Redis; the next call to `redis` opens a new one. */
export function closeRedis(): void {
  store.nexusRedis?.client.disconnect()
  store.nexusRedis = undefined
}
