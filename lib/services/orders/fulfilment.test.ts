import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { placeOrder } from '../checkout/checkout'
import { emptyStores, givenCart, givenProduct, guestInput } from '../testing/fixtures'
import { fulfilStep, latestOrders, nextSteps } from './fulfilment'
import { getOrder } from './orders'

let orderId = ''

beforeEach(async () => {
  await emptyStores()
  await givenProduct({ sku: 'LAMP', price: 6_000 })
  orderId = (await placeOrder({ cartId: await givenCart({ sku: 'LAMP' }), input: guestInput(6_000) })).id
})

const take = (step: Parameters<typeof fulfilStep>[0]['step']) => fulfilStep({ orderId, step, actor: 'staff' })

describe('fulfilling an order', () => {
  it('takes its steps in order, each recorded once', async () => {
    for (const step of ['PAID', 'PACKED', 'SHIPPED', 'DELIVERED'] as const) await take(step)
    const order = await getOrder(orderId)
    expect(order?.status).toBe('DELIVERED')
    expect(order?.events.map(({ type }) => type)).toEqual(['PLACED', 'PAID', 'PACKED', 'SHIPPED', 'DELIVERED'])
    expect(nextSteps('DELIVERED')).toEqual([])
  })

  it('neither skips nor repeats a step', async () => {
    await expect(take('DELIVERED')).rejects.toMatchObject({ code: 'invalid_input' })
    await take('PAID')
    await expect(take('PAID')).rejects.toMatchObject({ code: 'invalid_input' })
    expect((await getOrder(orderId))?.events.map(({ type }) => type)).toEqual(['PLACED', 'PAID'])
  })

  it('takes a step once, however many requests arrive at once', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 8 }, () => take('PAID')))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await getOrder(orderId))?.events.map(({ type }) => type)).toEqual(['PLACED', 'PAID'])
  })

  it('needs an existing order', async () => {
    const nobodys = fulfilStep({ orderId: randomUUID(), step: 'PAID', actor: 'staff' })
    await expect(nobodys).rejects.toMatchObject({ code: 'not_found' })
  })

  it('lists it among the latest orders', async () => {
    expect(await latestOrders(5)).toMatchObject([{ id: orderId, status: 'PENDING' }])
  })
})
