import { ObjectId } from 'mongodb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DEMO_SETTINGS } from '@/lib/contracts/settings'
import { products } from '@/lib/db/mongo'
import { postgres } from '@/lib/db/postgres'
import { listDevMails, readDevMail } from '@/lib/mail/dev-mailbox'
import { placeOrder } from '@/lib/services/checkout/checkout'
import { emptyStores, givenCart, givenProduct, guestInput } from '@/lib/services/testing/fixtures'
import { givenReview } from '@/lib/services/testing/reviews'
import { startWorker } from './worker'

const QUEUE = 'mail.order-confirmation'
let stop: () => Promise<void> = async () => {}
let log: string[]

beforeEach(async () => {
  await emptyStores()
  await givenProduct({ sku: 'LAMP', price: 6_000, onHand: 90 })
  log = []
  vi.spyOn(console, 'error').mockImplementation((line) => log.push(String(line)))
})
afterEach(async () => {
  await stop()
  vi.restoreAllMocks()
})

const start = async () => {
  stop = (await startWorker()).stop
}
const givenOrder = async () =>
  (await placeOrder({ cartId: await givenCart({ sku: 'LAMP' }), input: guestInput(6_000) })).id
const mailOf = (orderId: string) => readDevMail(`order-confirmation-${orderId}`)
const stateOf = async (queue: string) =>
  (await postgres().$queryRaw<{ state: string }[]>`SELECT state::text FROM pgboss.job WHERE name = ${queue}`).map(
    ({ state }) => state,
  )

describe('the worker', () => {
  it('confirms every order by mail, once, also where two workers share the queues', async () => {
    const orders = [await givenOrder(), await givenOrder(), await givenOrder()]
    await start()
    const second = await startWorker()
    await vi.waitFor(async () => expect(await stateOf(QUEUE)).toEqual(['completed', 'completed', 'completed']), 15_000)
    await second.stop()
    for (const id of orders) expect(await mailOf(id)).toMatchObject({ to: 'Ines.Halvorsen@example.com' })
    const mine = (await listDevMails()).filter(({ id }) => orders.some((order) => id.endsWith(order)))
    expect(mine).toHaveLength(3)
    expect(log).toEqual([])
  })

  it('brings the rating on a document into line with what was written', async () => {
    const { productId } = await givenReview('LAMP', 4)
    await start()
    const rating = async () => (await products().findOne({ _id: new ObjectId(productId) }))?.rating
    await vi.waitFor(async () => expect(await rating()).toMatchObject({ average: 4, count: 1 }), 15_000)
    await vi.waitFor(async () => expect(await stateOf('reviews.changed')).toEqual(['completed']), 15_000)
  })

  it('tries again what failed, and says so', async () => {
    const order = await givenOrder()
    await postgres().setting.update({ where: { key: 'bank' }, data: { value: 'XXX' } })
    await start()
    await vi.waitFor(async () => expect(await stateOf(QUEUE)).toEqual(['retry']), 15_000)
    expect(log).toContainEqual(expect.stringMatching(/mail\.order-confirmation .* is tried again/))
    expect(await mailOf(order)).toBeNull()

    await postgres().setting.update({ where: { key: 'bank' }, data: { value: DEMO_SETTINGS.bank } })
    await postgres().$executeRaw`UPDATE pgboss.job SET start_after = now() - interval '1 second' WHERE name = ${QUEUE}`
    await vi.waitFor(async () => expect(await stateOf(QUEUE)).toEqual(['completed']), 15_000)
    expect(await mailOf(order)).not.toBeNull()
  })

  it('takes over what a killed worker left', async () => {
    const order = await givenOrder()
    await postgres().$executeRaw`
      UPDATE pgboss.job SET state = 'active', started_on = now() - interval '1 hour' WHERE name = ${QUEUE}`
    await start()
    expect(await stateOf(QUEUE)).toEqual(['retry'])
    await postgres().$executeRaw`UPDATE pgboss.job SET start_after = now() - interval '1 second' WHERE name = ${QUEUE}`
    await vi.waitFor(async () => expect(await mailOf(order)).not.toBeNull(), 15_000)
  })

  it('says which job has failed for good', async () => {
    await givenOrder()
    await postgres().setting.deleteMany()
    await postgres().$executeRaw`UPDATE pgboss.job SET retry_limit = 0 WHERE name = ${QUEUE}`
    await start()
    await vi.waitFor(async () => expect(await stateOf(QUEUE)).toEqual(['failed']), 15_000)
    expect(log).toEqual([expect.stringMatching(/FOR GOOD/)])
  })

  it('comes again for sales and for old carts', async () => {
    await start()
    await vi.waitFor(async () => {
      expect((await stateOf('sales.boundary')).sort()).toEqual(['completed', 'created'])
      expect((await stateOf('clean-up')).sort()).toEqual(['completed', 'created'])
    }, 15_000)
  })

  it('outlives connections that Postgres ends', async () => {
    await start()
    await postgres().$executeRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`
    const order = await vi.waitFor(givenOrder, 15_000)
    await vi.waitFor(async () => expect(await mailOf(order)).not.toBeNull(), 15_000)
  })
})
