import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closePostgres, postgres } from '@/lib/db/postgres'
import { cleanUpAttempts, countAttempt, countAttempts, forgiveAttempts } from './rate-limit'
import { emptyStores } from './testing/fixtures'

const limit = { name: 'test', max: 3, windowSeconds: 60 }
const attempt = { limit, subject: 'somebody' }
const endWindows = () => postgres().$executeRaw`UPDATE "RateLimit" SET expire = 1`

beforeEach(() => emptyStores())

describe('attempts', () => {
  it('are counted exactly, even concurrently', async () => {
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => countAttempt(attempt)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  })

  it('beyond the limit are refused with the time to wait', async () => {
    for (let i = 0; i < 3; i++) await countAttempt(attempt)
    await expect(countAttempt(attempt)).rejects.toMatchObject({
      code: 'too_many_requests',
      message: 'Too many tries. Please wait a minute.',
      details: { retryAfterSeconds: 60 },
    })
    await countAttempt({ limit, subject: 'somebody else' })
  })

  it('restart when their window is over, and old counters are deleted', async () => {
    for (let i = 0; i < 3; i++) await countAttempt(attempt)
    await expect(countAttempt(attempt)).rejects.toMatchObject({ code: 'too_many_requests' })
    await endWindows()
    await countAttempt(attempt)
    expect(await cleanUpAttempts()).toBe(0)
    await endWindows()
    expect(await cleanUpAttempts()).toBe(1)
  })

  it('are counted all or none', async () => {
    const other = { limit: { name: 'other', max: 1, windowSeconds: 60 }, subject: 'x' }
    await countAttempt(other)
    for (let i = 0; i < 5; i++) await expect(countAttempts([attempt, other])).rejects.toThrow()
    for (let i = 0; i < 3; i++) await countAttempt(attempt)
  })

  it('do not count once forgiven', async () => {
    for (let i = 0; i < 10; i++) {
      await countAttempt(attempt)
      await forgiveAttempts([attempt])
    }
  })

  it('are stored without revealing whose they are, whatever the length', async () => {
    await countAttempt({ limit, subject: '192.0.2.1' })
    await countAttempt({ limit, subject: 'x'.repeat(10_000) })
    const rows = await postgres().rateLimit.findMany()
    expect(rows).toHaveLength(2)
    for (const { key } of rows) expect(key).not.toMatch(/192\.0\.2\.1|xxx/)
  })
})

describe('while Postgres is unavailable', () => {
  afterEach(async () => {
    await closePostgres()
    vi.unstubAllEnvs()
    vi.resetModules()
  })

  it('attempts are counted in memory, and this is logged once', async () => {
    await closePostgres()
    vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1:1/none')
    vi.resetModules()
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { countAttempt } = await import('./rate-limit')
    for (let i = 0; i < 3; i++) await countAttempt(attempt)
    await expect(countAttempt(attempt)).rejects.toMatchObject({ code: 'too_many_requests' })
    expect(log).toHaveBeenCalledOnce()
    log.mockRestore()
  })
})
