import { beforeEach, describe, expect, it } from 'vitest'
import { mongo } from '@/lib/db/mongo'
import { MemorySource } from '../testing/memory-source'
import { aProduct, idOf } from '../testing/products'
import { Keeper, searchProducts } from './keeper'

let source: MemorySource
let keeper: Keeper

beforeEach(async () => {
  await Promise.all(['searchProducts', 'searchState'].map((name) => mongo().collection(name).drop()))
  source = new MemorySource([aProduct({ id: idOf(1), name: 'Lamp' }), aProduct({ id: idOf(2), name: 'Sofa' })])
  keeper = new Keeper(source)
  await keeper.prepare()
})

const kept = async () => {
  const found = await searchProducts()
    .find({ kind: 'product' }, { sort: { _id: 1 } })
    .toArray()
  return found.map((document) => (document.kind === 'product' ? document.name : ''))
}

describe('the searched collection', () => {
  it('has every product after the first round, and a marker of how far the stores were read', async () => {
    expect(await keeper.isBuilt()).toBe(false)
    expect(await keeper.round()).toBe(true)
    expect(await kept()).toEqual(['Lamp', 'Sofa'])
    expect(await keeper.isBuilt()).toBe(true)
    expect(await searchProducts().findOne({ kind: 'marker' })).toMatchObject({ readAt: expect.any(Object) })
  })

  it('follows what changes', async () => {
    await keeper.round()
    source.put(aProduct({ id: idOf(1), name: 'Lamp, blue' }))
    source.put(aProduct({ id: idOf(3), name: 'Desk' }))
    source.delete(idOf(2))
    await keeper.round()
    expect(await kept()).toEqual(['Lamp, blue', 'Desk'])
  })

  it('is kept by one process at a time, and by another when that one gave up or fell silent', async () => {
    const other = new Keeper(source)
    await keeper.round()
    expect(await other.round()).toBe(false)
    expect(await other.round(Date.now() + 31_000)).toBe(true)
    expect(await keeper.round()).toBe(false)
    await other.release()
    expect(await keeper.round()).toBe(true)
  })

  it('is written anew where its documents have another layout, without what is no longer there', async () => {
    await keeper.round()
    await mongo()
      .collection('searchState')
      .updateOne({ layout: { $gt: 0 } }, { $set: { layout: 0 } })
    source.deleteQuietly(idOf(2))
    await keeper.round()
    expect(await kept()).toEqual(['Lamp'])
  })

  it('reads a product again when its price changes by itself', async () => {
    source.put(aProduct({ id: idOf(1), name: 'Lamp', validUntil: Date.now() + 1_000 }))
    await keeper.round()
    source.putQuietly(aProduct({ id: idOf(1), name: 'Lamp on sale' }))
    await keeper.round()
    expect(await kept()).toEqual(['Lamp', 'Sofa'])
    await keeper.round(Date.now() + 1_001)
    expect(await kept()).toEqual(['Lamp on sale', 'Sofa'])
  })
})
