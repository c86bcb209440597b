import { beforeEach, expect, it } from 'vitest'
import { postgres } from '@/lib/db/postgres'
import { DomainError } from '@/lib/errors'
import { acceptPrices, addToCart, changeQuantity, removeFromCart } from '../cart/cart'
import { emptyStores, givenCart, givenProduct, guestInput, unbalancedSkus } from '../testing/fixtures'
import { randomFrom } from '../testing/random'
import { placeOrder } from './checkout'

const SHOPPERS = 200

beforeEach(() => emptyStores())

/** Counts the attempts by outcome: 'placed', the code of an expected failure, or any other error. */
async function outcomesOf(attempts: Promise<unknown>[]): Promise<Record<string, number>> {
  const outcomes: Record<string, number> = {}
  for (const result of await Promise.allSettled(attempts)) {
    const name = result.status === 'fulfilled' ? 'placed' : nameOf(result.reason)
    outcomes[name] = (outcomes[name] ?? 0) + 1
  }
  return outcomes
}

const nameOf = (error: unknown) =>
  error instanceof DomainError && error.code !== 'unavailable' ? error.code : String(error)

it('200 shoppers buy a SKU with 50 in stock at once: exactly 50 get one, and 150 see “sold out”', async () => {
  await givenProduct({ sku: 'HOT', price: 6_000, onHand: 50 })
  const carts: string[] = []
  for (let i = 0; i < SHOPPERS; i++) carts.push(await givenCart({ sku: 'HOT' }))

  const outcomes = await outcomesOf(carts.map((cartId) => placeOrder({ cartId, input: guestInput(6_000) })))

  expect(outcomes).toEqual({ placed: 50, out_of_stock: 150 })
  expect(await postgres().inventory.findUnique({ where: { sku: 'HOT' } })).toMatchObject({ onHand: 0 })
  expect(await unbalancedSkus()).toEqual([])
  expect(await postgres().order.count()).toBe(50)
}, 120_000)

it('200 overlapping carts at once leave no SKU below zero and a balanced ledger, without deadlock or timeout', async () => {
  const random = randomFrom(7)
  const skus = Array.from({ length: 12 }, (_, i) => `SKU-${i}`)
  for (const sku of skus) await givenProduct({ sku, price: 6_000, onHand: 30 })
  const carts: { cartId: string; units: number }[] = []
  for (let i = 0; i < SHOPPERS; i++) {
    const lines = random
      .shuffled(skus)
      .slice(0, random.between(1, 6))
      .map((sku) => ({ sku, quantity: random.between(1, 4) }))
    carts.push({ cartId: await givenCart(...lines), units: lines.reduce((sum, { quantity }) => sum + quantity, 0) })
  }

  const outcomes = await outcomesOf(
    carts.map(({ cartId, units }) => placeOrder({ cartId, input: guestInput(units * 6_000) })),
  )

  const { placed = 0, out_of_stock = 0 } = outcomes
  expect(outcomes).toEqual({ placed, out_of_stock })
  expect(placed).toBeGreaterThan(0)
  expect(placed + out_of_stock).toBe(SHOPPERS)
  expect(await unbalancedSkus()).toEqual([])
  const sold = await postgres().orderItem.aggregate({ _sum: { quantity: true } })
  const left = await postgres().inventory.aggregate({ _sum: { onHand: true } })
  expect((sold._sum.quantity ?? 0) + (left._sum.onHand ?? 0)).toBe(skus.length * 30)
}, 120_000)

it('a cart that two people race for sells its last unit once', async () => {
  await givenProduct({ sku: 'LAST', price: 6_000, onHand: 1 })
  const carts = [await givenCart({ sku: 'LAST' }), await givenCart({ sku: 'LAST' })]
  const outcomes = await outcomesOf(carts.map((cartId) => placeOrder({ cartId, input: guestInput(6_000) })))
  expect(outcomes).toEqual({ placed: 1, out_of_stock: 1 })
})

it('carts changed in other tabs during checkout end in orders or in expected failures', async () => {
  for (const sku of ['A', 'B', 'C']) await givenProduct({ sku, price: 6_000, onHand: 500 })
  const carts: string[] = []
  for (let i = 0; i < 40; i++) carts.push(await givenCart({ sku: 'A' }, { sku: 'B' }))
  const attempts = carts.flatMap((cartId): Promise<unknown>[] => [
    changeQuantity({ cartId, sku: 'B', quantity: 3 }),
    placeOrder({ cartId, input: guestInput(12_000) }),
    addToCart({ cartId, sku: 'C', quantity: 1 }),
    placeOrder({ cartId, input: guestInput(24_000) }),
    removeFromCart({ cartId, sku: 'A' }),
    acceptPrices(cartId),
  ])

  const { placed, not_found = 0, cart_changed = 0, cart_empty = 0, ...others } = await outcomesOf(attempts)

  expect(others).toEqual({})
  expect(placed! + not_found + cart_changed + cart_empty).toBe(attempts.length)
  expect(await unbalancedSkus()).toEqual([])
}, 60_000)
