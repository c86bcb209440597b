import { randomUUID } from 'node:crypto'
import PgBoss from 'pg-boss'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { postgres, transaction } from '@/lib/db/postgres'
import { emptyStores } from '@/lib/services/testing/fixtures'
import { drain } from './drain'
import { enqueue } from './enqueue'
import { openQueuePool, sqlOver } from './prepare'

const QUEUE = 'mail.order-confirmation'
const pool = openQueuePool()
const boss = new PgBoss({ db: sqlOver(pool), schedule: false, migrate: false, supervise: false })
const log = vi.spyOn(console, 'error').mockImplementation(() => {})
const complete = vi.spyOn(boss, 'complete')

beforeEach(async () => {
  await emptyStores()
  await boss.start()
})
afterEach(async () => {
  await boss.stop({ graceful: false })
  await pool.end()
  vi.restoreAllMocks()
})

const states = () =>
  postgres().$queryRaw`SELECT state::text, count(*)::int AS jobs FROM pgboss.job GROUP BY state ORDER BY state`

describe('the jobs of a queue', () => {
  it('are fetched and completed in batches, and one that fails leaves the others alone', async () => {
    const orderIds = Array.from({ length: 45 }, () => randomUUID())
    await transaction((tx) => enqueue(tx, ...orderIds.map((orderId) => ({ name: QUEUE, data: { orderId } }) as const)))
    const handled: unknown[] = []
    let most = 0
    let running = 0
    const handle = async (data: unknown) => {
      most = Math.max(most, ++running)
      await new Promise(setImmediate)
      running--
      handled.push(data)
      if (JSON.stringify(data).includes(orderIds[7] ?? '')) throw new Error('451 later')
    }
    await drain(boss, QUEUE, { batchSize: 20, concurrency: 4, handle }, new AbortController().signal)
    expect(await states()).toEqual([
      { state: 'completed', jobs: 44 },
      { state: 'retry', jobs: 1 },
    ])
    expect(handled).toHaveLength(45)
    expect(most).toBe(4)
    expect(complete).toHaveBeenCalledTimes(3)
    expect(log.mock.calls).toEqual([[expect.stringMatching(/mail\.order-confirmation .* is tried again.*451 later/)]])
  })
})
