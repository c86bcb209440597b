import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { postgres, transaction } from '@/lib/db/postgres'
import { env } from '@/lib/env'
import { placeOrder } from '@/lib/services/checkout/checkout'
import {
  emptyStores,
  givenCart,
  givenProduct,
  guestInput,
  jobsIn,
  unbalancedSkus,
} from '@/lib/services/testing/fixtures'
import { enqueue, enqueueFirst, enqueueNext } from './enqueue'
import { prepareJobs } from './prepare'
import type { Job } from './queues'

const mail = (): Job => ({ name: 'mail.order-confirmation', data: { orderId: randomUUID() } })

beforeEach(async () => {
  await emptyStores()
  await prepareJobs()
})

const removeQueue = (name: string) => postgres().$executeRaw`SELECT 1 FROM pgboss.delete_queue(${name})`

describe('a job', () => {
  it('exists if its transaction commits', async () => {
    const job = mail()
    await transaction((tx) => enqueue(tx, job))
    expect(await jobsIn(job.name)).toEqual([job.data])
  })

  it('does not exist if its transaction rolls back', async () => {
    const attempt = transaction(async (tx) => {
      await enqueue(tx, mail(), mail())
      throw new Error('changed my mind')
    })
    await expect(attempt).rejects.toThrow('changed my mind')
    expect(await jobsIn('mail.order-confirmation')).toEqual([])
  })

  it('for a queue that is missing rolls its transaction back, and with it the order', async () => {
    await givenProduct({ sku: 'LAMP', price: 6_000 })
    const cartId = await givenCart({ sku: 'LAMP' })
    await removeQueue('mail.order-confirmation')
    await expect(placeOrder({ cartId, input: guestInput(6_000) })).rejects.toThrow(/queue/)
    expect(await postgres().order.count()).toBe(0)
    expect(await unbalancedSkus()).toEqual([])
    expect((await postgres().inventory.findUnique({ where: { sku: 'LAMP' } }))?.onHand).toBe(10)
  })

  it('must carry what its queue expects', async () => {
    const job: Job = { name: 'mail.order-confirmation', data: { orderId: 'NX-20417' } }
    await expect(transaction((tx) => enqueue(tx, job))).rejects.toThrow()
  })

  it('that comes again and again waits once', async () => {
    const job: Job = { name: 'sales.boundary', data: { from: new Date().toISOString() } }
    await Promise.all([1, 2, 3].map(() => transaction((tx) => enqueueNext(tx, job))))
    expect(await jobsIn('sales.boundary')).toHaveLength(1)
  })
})

describe('a worker that starts beside another one', () => {
  const boundary = (from: string): Job => ({ name: 'sales.boundary', data: { from } })
  const waiting = () =>
    postgres().$queryRaw`SELECT data FROM pgboss.job WHERE name = 'sales.boundary' AND state = 'created'`

  it('does not take the place of the run that goes on from where the running one ends', async () => {
    await transaction((tx) => enqueueFirst(tx, boundary('2026-11-24T10:00:00Z')))
    await postgres().$executeRaw`UPDATE pgboss.job SET state = 'active', started_on = now()`
    await transaction((tx) => enqueueFirst(tx, boundary('2026-11-24T10:00:09Z')))
    expect(await waiting()).toEqual([])
    await transaction((tx) => enqueueNext(tx, boundary('2026-11-24T10:00:05Z')))
    expect(await waiting()).toEqual([{ data: { from: '2026-11-24T10:00:05Z' } }])
  })
})

it('a process that hangs while it prepares the queues does not hold up the others for ever', async () => {
  const hanging = new Client({ connectionString: env().DATABASE_URL })
  await hanging.connect()
  await hanging.query(`SELECT pg_advisory_lock(hashtext('nexus: prepare jobs'))`)
  await expect(prepareJobs({ lockWaitMs: 50 })).rejects.toThrow(/Another process has been preparing/)
  await hanging.end()
  await prepareJobs()
})

it('the queues can be prepared by several processes at once, and again', async () => {
  await removeQueue('clean-up')
  await postgres().$executeRaw`DROP SCHEMA pgboss CASCADE`
  await Promise.all([prepareJobs(), prepareJobs(), prepareJobs()])
  await prepareJobs()
  await transaction((tx) => enqueue(tx, mail()))
  expect(await jobsIn('mail.order-confirmation')).toHaveLength(1)
})
