import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { postgres, transaction } from '@/lib/db/postgres'
import { emptyStores } from '@/lib/services/testing/fixtures'
import { enqueue } from './enqueue'
import { countJobs, listFailedJobs, retryFailedJobs } from './failed-jobs'

const QUEUE = 'mail.order-confirmation'

beforeEach(() => emptyStores())

async function givenFailedMails(count: number): Promise<string[]> {
  const orderIds = Array.from({ length: count }, () => randomUUID())
  await transaction((tx) => enqueue(tx, ...orderIds.map((orderId) => ({ name: QUEUE, data: { orderId } }) as const)))
  await postgres().$executeRaw`
    UPDATE pgboss.job SET state = 'failed', retry_count = retry_limit, started_on = now(), completed_on = now(),
      output = '{"message": "451 later"}'`
  return orderIds
}

describe('jobs that failed for good', () => {
  it('are listed with what they carry, how often they were tried and why they failed', async () => {
    const [orderId] = await givenFailedMails(1)
    expect(await listFailedJobs()).toEqual([
      {
        id: expect.any(String),
        queue: QUEUE,
        data: { orderId },
        attempts: 13,
        failedAt: expect.any(Date),
        error: '451 later',
      },
    ])
    expect(await countJobs()).toEqual([{ queue: QUEUE, state: 'failed', jobs: 1 }])
  })

  it('run again, one of them or all, with all their retries', async () => {
    await givenFailedMails(3)
    const [first] = await listFailedJobs()
    expect(await retryFailedJobs([first?.id ?? ''])).toBe(1)
    expect(await listFailedJobs()).toHaveLength(2)
    expect(await retryFailedJobs()).toBe(2)
    expect(await countJobs()).toEqual([{ queue: QUEUE, state: 'retry', jobs: 3 }])
    expect(await postgres().$queryRaw`SELECT DISTINCT retry_count FROM pgboss.job`).toEqual([{ retry_count: 0 }])
  })

  it('are left alone by ids that no failed job has', async () => {
    await givenFailedMails(1)
    expect(await retryFailedJobs([randomUUID()])).toBe(0)
    expect(await retryFailedJobs([])).toBe(0)
  })
})
