import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hasRedisServer, type RedisServer, startRedis } from '@/lib/dev/testing/redis-server'

const limit = { name: 'test', max: 3, windowSeconds: 60 }
const attempt = { limit, subject: 'somebody' }
const TOO_MANY = { code: 'too_many_requests' }

// Skipped only on a contributor's machine without redis-server; CI installs one.
describe.skipIf(!hasRedisServer() && !process.env.CI)('attempts in Redis', () => {
  let server: RedisServer
  let counting: typeof import('./rate-limit')
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})

  beforeEach(async () => {
    server = await startRedis()
    counting = await instance(server.url)
    log.mockClear()
  })
  afterEach(async () => {
    await closeInstances()
    await server.stop()
  })
  afterAll(() => {
    log.mockRestore()
    vi.unstubAllEnvs()
  })

  it('are counted exactly by two instances together, and refused with the time to wait', async () => {
    const other = await instance(server.url)
    const all = Array.from({ length: 20 }, (_, n) => (n % 2 ? counting : other).countAttempt(attempt))
    const results = await Promise.allSettled(all)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    await expect(counting.countAttempt(attempt)).rejects.toMatchObject({
      code: 'too_many_requests',
      message: 'Too many tries. Please wait a minute.',
      details: { retryAfterSeconds: 60 },
    })
    await counting.countAttempt({ limit, subject: 'somebody else' })
    expect(log).not.toHaveBeenCalled()
  })

  it('do not touch Postgres', async () => {
    await counting.countAttempt(attempt)
    const { postgres } = await import('@/lib/db/postgres')
    expect(await postgres().rateLimit.count()).toBe(0)
  })

  it('are stored without revealing whose they are, and end by themselves', async () => {
    await counting.countAttempt({ limit, subject: '192.0.2.1' })
    const [key = '', ...others] = await server.client.keys('*')
    expect(others).toEqual([])
    expect(key).not.toContain('192.0.2.1')
    expect(await server.client.ttl(key)).toBeGreaterThan(50)
  })

  it('do not count once forgiven, and are counted all or none', async () => {
    const other = { limit: { name: 'other', max: 1, windowSeconds: 60 }, subject: 'x' }
    await counting.countAttempt(other)
    for (let time = 0; time < 5; time++)
      await expect(counting.countAttempts([attempt, other])).rejects.toMatchObject(TOO_MANY)
    for (let time = 0; time < 5; time++) {
      await counting.countAttempt(attempt)
      await counting.forgiveAttempts([attempt])
    }
  })

  it('are counted in memory while Redis is full, and in Redis again afterwards', async () => {
    await server.client.config('SET', 'maxmemory', '1')
    await expectMemory()
    await server.client.config('SET', 'maxmemory', '0')
    await counting.countAttempt(attempt)
    expect(await server.client.keys('*')).toHaveLength(1)
  })

  it('are counted in memory while Redis does not answer', async () => {
    await counting.countAttempt({ limit, subject: 'the first' })
    server.pause()
    await expectMemory()
    server.resume()
  })

  it('are counted in memory while Redis is away, and in Redis once it is back', async () => {
    await counting.countAttempt({ limit, subject: 'the first' })
    const port = Number(new URL(server.url).port)
    await server.stop()
    await expectMemory()
    server = await startRedis(port)
    await vi.waitFor(
      async () => {
        await counting.countAttempt({ limit, subject: Math.random().toString() })
        expect(await server.client.keys('*')).toHaveLength(1)
      },
      { timeout: 10_000, interval: 200 },
    )
  })

  it('are counted in memory from the start if there is no Redis at the address', async () => {
    counting = await instance('redis://127.0.0.1:1')
    await expectMemory()
  })

  it('connect to nothing while REDIS_URL is unset', async () => {
    const unset = await instance('')
    await unset.countAttempt(attempt)
    const { redis } = await import('@/lib/db/redis')
    expect(await redis()).toBeNull()
    expect(await server.client.keys('*')).toEqual([])
  })

  /** Expects that attempts are limited all the same, within a second each, and that this is logged once. */
  async function expectMemory() {
    const begun = performance.now()
    for (let time = 0; time < 3; time++) await counting.countAttempt(attempt)
    await expect(counting.countAttempt(attempt)).rejects.toMatchObject(TOO_MANY)
    expect(performance.now() - begun).toBeLessThan(4_000)
    expect(log).toHaveBeenCalledOnce()
    expect(log.mock.calls[0]?.[0]).toBe('Attempts are counted in memory, as Redis is unavailable.')
  }
})

const shared = globalThis as typeof globalThis & { nexusRedis?: { client: { disconnect(): void } } }
const clients: { disconnect(): void }[] = []

/** Loads the module as another process would, with a connection of its own. */
async function instance(url: string): Promise<typeof import('./rate-limit')> {
  vi.stubEnv('REDIS_URL', url)
  vi.resetModules()
  shared.nexusRedis = undefined
  const counting = await import('./rate-limit')
  const { redis } = await import('@/lib/db/redis')
  const client = await redis()
  if (client) clients.push(client)
  return counting
}

async function closeInstances() {
  for (const client of clients.splice(0)) client.disconnect()
  shared.nexusRedis = undefined
  const { closePostgres } = await import('@/lib/db/postgres')
  await closePostgres()
}
