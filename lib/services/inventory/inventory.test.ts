import { beforeEach, describe, expect, it } from 'vitest'
import { postgres, transaction } from '@/lib/db/postgres'
import { emptyStores, givenProduct, unbalancedSkus } from '../testing/fixtures'
import { changesWhatPagesSay, release, reserve, Shortage, stockOf } from './inventory'

const take = { reason: 'CORRECTION', actor: 'test' } as const

beforeEach(async () => {
  await emptyStores()
  await givenProduct({ sku: 'A', onHand: 5, lowStockThreshold: 3 })
  await givenProduct({ sku: 'B', onHand: 1 })
})

describe('stock', () => {
  it('is taken and returned with a movement for each SKU', async () => {
    const taken = await transaction((tx) =>
      reserve(
        tx,
        [
          { sku: 'B', quantity: 1 },
          { sku: 'A', quantity: 2 },
        ],
        take,
      ),
    )
    expect(taken.map(({ sku, delta, onHand }) => ({ sku, delta, onHand })).sort((a, b) => a.delta - b.delta)).toEqual([
      { sku: 'A', delta: -2, onHand: 3 },
      { sku: 'B', delta: -1, onHand: 0 },
    ])
    await transaction((tx) => release(tx, [{ sku: 'A', quantity: 1 }], { reason: 'RETURN', actor: 'test' }))
    expect((await stockOf(['A', 'B'])).get('A')?.onHand).toBe(4)
    expect(await postgres().stockMovement.count({ where: { reason: { not: 'INITIAL' } } })).toBe(3)
    expect(await unbalancedSkus()).toEqual([])
  })

  it('is taken for all lines or for none', async () => {
    const lines = [
      { sku: 'A', quantity: 1 },
      { sku: 'B', quantity: 2 },
    ]
    await expect(transaction((tx) => reserve(tx, lines, take))).rejects.toThrow(Shortage)
    expect((await stockOf(['A'])).get('A')?.onHand).toBe(5)
    expect(await unbalancedSkus()).toEqual([])
  })

  it('of an unknown SKU cannot be taken or returned', async () => {
    const lines = [{ sku: 'NONE', quantity: 1 }]
    await expect(transaction((tx) => reserve(tx, lines, take))).rejects.toThrow(Shortage)
    await expect(transaction((tx) => release(tx, lines, take))).rejects.toThrow(/unknown SKU/)
    expect(await stockOf(['NONE'])).toEqual(new Map())
  })

  it('taken and returned concurrently, in any order of lines, neither deadlocks nor loses a unit', async () => {
    await givenProduct({ sku: 'C', onHand: 100 })
    const lines = ['A', 'B', 'C'].map((sku) => ({ sku, quantity: 1 }))
    const swap = async (i: number) => {
      const ordered = i % 2 ? lines : lines.toReversed()
      await transaction((tx) => release(tx, ordered, take))
      await transaction((tx) => reserve(tx, ordered, take))
    }
    await Promise.all(Array.from({ length: 60 }, (_, i) => swap(i)))
    expect((await stockOf(['C'])).get('C')?.onHand).toBe(100)
    expect(await unbalancedSkus()).toEqual([])
  })

  it('changes its visible state at the threshold and at zero, in both directions', () => {
    const change = (from: number, to: number) =>
      changesWhatPagesSay({
        sku: 'A',
        productId: '',
        delta: to - from,
        onHand: to,
        lowStockThreshold: 3,
        changedAt: new Date(),
      })
    expect([change(9, 4), change(4, 3), change(3, 1), change(1, 0), change(0, 9)]).toEqual([
      false,
      true,
      false,
      true,
      true,
    ])
  })
})
