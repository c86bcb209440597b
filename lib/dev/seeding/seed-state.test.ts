import { beforeEach, describe, expect, it } from 'vitest'
import { mongo } from '@/lib/db/mongo'
import { mongoDatabaseName } from '@/lib/db/mongo-database'
import { postgres } from '@/lib/db/postgres'
import { env } from '@/lib/env'
import { placeOrder } from '@/lib/services/checkout/checkout'
import { emptyStores, givenCart, givenProduct, guestInput } from '@/lib/services/testing/fixtures'
import { markSeed, ordersSinceSeed, seedState } from './seed-state'

const products = () => mongo().collection('products')
const state = () => seedState({ databaseUrl: env().DATABASE_URL, mongodbUri: env().MONGODB_URI })
const mark = (isComplete: boolean) => markSeed(env().DATABASE_URL, isComplete)
const addSetting = () => postgres().setting.create({ data: { key: 'currency', value: 'EUR' } })

beforeEach(async () => {
  await postgres().setting.deleteMany()
  await postgres().$executeRaw`DROP SCHEMA IF EXISTS nexus_dev CASCADE`
})

describe('a store', () => {
  it('that has nothing is empty, also if somebody emptied it after a seed', async () => {
    expect(await state()).toBe('empty')
    await mark(true)
    expect(await state()).toBe('empty')
  })

  it('whose seed was killed half-way is partial, whatever it has', async () => {
    await mark(false)
    expect(await state()).toBe('partial')
    await addSetting()
    expect(await state()).toBe('partial')
  })

  it('is seeded once the seed has come to its end', async () => {
    await mark(false)
    await addSetting()
    await mark(true)
    expect(await state()).toBe('seeded')
  })

  it('with data that no seed made is left alone, in whichever database they are', async () => {
    await addSetting()
    expect(await state()).toBe('foreign')
    await postgres().setting.deleteMany()
    await products().insertOne({ slug: 'somebodys' })
    expect(await state()).toBe('foreign')
    await products().deleteMany({})
  })

  it('with categories only is not empty', async () => {
    await mongo().collection('categories').insertOne({ path: 'somebodys' })
    expect(await state()).toBe('foreign')
    await mongo().collection('categories').deleteMany({})
  })

  it('is found by the name in its address, also an encoded one', () => {
    expect(mongoDatabaseName('mongodb://a:1,b:2/my%2Dshop?replicaSet=rs')).toBe('my-shop')
    expect(mongoDatabaseName('mongodb://a:1/?replicaSet=rs')).toBe('nexus')
  })

  it('knows the orders that were placed since its seed', async () => {
    await emptyStores()
    await givenProduct({ sku: 'LAMP', price: 6_000 })
    const buy = async () => placeOrder({ cartId: await givenCart({ sku: 'LAMP' }), input: guestInput(6_000) })
    await buy()
    expect(await ordersSinceSeed(env().DATABASE_URL)).toBe(1)
    await mark(true)
    expect(await ordersSinceSeed(env().DATABASE_URL)).toBe(0)
    await buy()
    expect(await ordersSinceSeed(env().DATABASE_URL)).toBe(1)
  })
})
