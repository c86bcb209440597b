import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeMongo } from '@/lib/db/mongo'
import { closePostgres, postgres } from '@/lib/db/postgres'
import { through, Wire } from '@/lib/dev/testing/wire'
import { DomainError } from '@/lib/errors'
import { emptyStores, givenCart, givenProduct, guestInput, unbalancedSkus } from '../testing/fixtures'
import { placeOrder } from './checkout'

const NOBODY = '127.0.0.1:1'

beforeEach(async () => {
  await emptyStores()
  await givenProduct({ sku: 'LAMP', price: 6_000, onHand: 1_000 })
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await Promise.all([closeMongo(), closePostgres()])
})

/** Loads the checkout module with one environment variable changed. */
async function checkoutWith(name: string, value: string) {
  await Promise.all([closeMongo(), closePostgres()])
  vi.stubEnv(name, value)
  vi.resetModules()
  return import('./checkout')
}

describe('a checkout is unavailable', () => {
  it('if connections end in the middle, and retrying the key orders once', async () => {
    const carts: string[] = []
    for (let i = 0; i < 60; i++) carts.push(await givenCart({ sku: 'LAMP' }))
    const requests = carts.map((cartId) => ({ cartId, input: guestInput(6_000) }))
    const admin = new Client({ connectionString: process.env.DATABASE_URL })
    await admin.connect()
    let isOver = false
    const ending = (async () => {
      while (!isOver)
        await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid() AND random() < 0.2`)
    })()
    const results = await Promise.allSettled(requests.map(placeOrder))
    isOver = true
    await ending
    await admin.end()

    const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    expect(failures.length).toBeGreaterThan(0)
    expect(failures.filter((error) => !(error instanceof DomainError && error.code === 'unavailable'))).toEqual([])
    await vi.waitFor(async () => expect(await unbalancedSkus()).toEqual([]), 15_000) // a dead connection may keep its transaction open

    await vi.waitFor(() => Promise.all(requests.map(placeOrder)), 15_000)
    expect(await postgres().order.count()).toBe(60)
    expect(await unbalancedSkus()).toEqual([])
  }, 60_000)

  it.each([
    ['DATABASE_URL', `postgresql://nobody@${NOBODY}/none`],
    ['MONGODB_URI', `mongodb://${NOBODY}/none`],
  ])('if nothing answers at %s', async (name, url) => {
    const cartId = await givenCart({ sku: 'LAMP' })
    const checkout = await checkoutWith(name, url)
    await expect(checkout.placeOrder({ cartId, input: guestInput(6_000) })).rejects.toMatchObject({
      code: 'unavailable',
    })
  })
})

it('a checkout that lost the answer to COMMIT finds its order by its key', async () => {
  const databaseUrl = process.env.DATABASE_URL ?? ''
  const wire = await Wire.to(Number(new URL(databaseUrl).port))
  try {
    const cartId = await givenCart({ sku: 'LAMP' })
    const checkout = await checkoutWith('DATABASE_URL', through(wire, databaseUrl))
    wire.loseAnswerTo('COMMIT')
    const placed = await checkout.placeOrder({ cartId, input: guestInput(6_000) })
    expect(await postgres().order.findMany({ select: { id: true, cartId: true } })).toEqual([{ id: placed.id, cartId }])
    expect(await unbalancedSkus()).toEqual([])
  } finally {
    await wire.close()
  }
})
