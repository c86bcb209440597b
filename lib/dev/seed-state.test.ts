import { beforeEach, describe, expect, it } from 'vitest'
import { mongo } from '@/lib/db/mongo'
import { postgres } from '@/lib/db/postgres'
import { env } from '@/lib/env'
import { markSeed, seedState } from './seed-state'

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
})
