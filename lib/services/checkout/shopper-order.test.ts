import { beforeEach, describe, expect, it } from 'vitest'
import type { PlaceOrderInput } from '@/lib/contracts/checkout/checkout'
import { postgres } from '@/lib/db/postgres'
import { emptyStores, givenCart, givenProduct, guestInput } from '../testing/fixtures'
import { placeShopperOrder } from './shopper-order'

beforeEach(async () => {
  await emptyStores()
  await givenProduct({ sku: 'LAMP', price: 6_000, onHand: 1_000 })
})

let shoppers = 0
const order = async ({
  visitor,
  total = 6_000,
  ...changes
}: Partial<PlaceOrderInput> & { visitor: string; total?: number }) =>
  placeShopperOrder({
    cartId: await givenCart({ sku: 'LAMP' }),
    input: guestInput(total, { email: `shopper${++shoppers}@example.com`, ...changes }),
    visitor,
  })

const refused = {
  code: 'too_many_requests',
  message: expect.stringMatching(/not been charged; your cart is kept\. Please try again in \d+ minutes\.$/),
  details: { retryAfterSeconds: expect.any(Number) },
}

describe('orders', () => {
  it('are limited to ten in ten minutes for a network, and a refused one keeps its cart', async () => {
    for (let i = 0; i < 10; i++) await order({ visitor: '192.0.2.1' })
    const cartId = await givenCart({ sku: 'LAMP' })
    const input = guestInput(6_000, { email: 'next@example.com' })
    await expect(placeShopperOrder({ cartId, input, visitor: '192.0.2.1' })).rejects.toMatchObject(refused)
    expect(await postgres().order.count()).toBe(10)
    expect(await postgres().cartItem.count({ where: { cartId } })).toBe(1)
    await placeShopperOrder({ cartId, input, visitor: '192.0.2.2' })
  })

  it('are limited to five in ten minutes for an e-mail address in any spelling', async () => {
    const spellings = [
      'Ines@example.com',
      'ines@example.com',
      'INES@example.com',
      'ines@EXAMPLE.com',
      'inEs@example.com',
    ]
    for (const [i, email] of spellings.entries()) await order({ visitor: `192.0.2.${i}`, email })
    await expect(order({ visitor: '192.0.2.9', email: 'ines@example.com' })).rejects.toMatchObject(refused)
  })

  it('are limited even if concurrent', async () => {
    const results = await Promise.allSettled(Array.from({ length: 25 }, () => order({ visitor: '192.0.2.1' })))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
    expect(await postgres().order.count()).toBe(10)
  })

  it('do not count if they fail', async () => {
    for (let i = 0; i < 12; i++)
      await expect(order({ visitor: '192.0.2.1', total: 1 })).rejects.toMatchObject({ code: 'cart_changed' })
    await order({ visitor: '192.0.2.1' })
  })

  it('are answered again, without counting, if sent again', async () => {
    const cartId = await givenCart({ sku: 'LAMP' })
    const input = guestInput(6_000)
    const { id } = await placeShopperOrder({ cartId, input, visitor: '192.0.2.1' })
    for (let i = 0; i < 9; i++) await order({ visitor: '192.0.2.1' })
    for (let i = 0; i < 12; i++)
      expect(await placeShopperOrder({ cartId, input, visitor: '192.0.2.1' })).toMatchObject({ id })
    await expect(order({ visitor: '192.0.2.1' })).rejects.toMatchObject(refused)
  })
})
