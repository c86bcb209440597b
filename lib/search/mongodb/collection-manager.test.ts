import { beforeEach, describe, expect, it } from 'vitest'
import { mongo } from '@/lib/db/mongo'
import { MemorySource } from '../testing/memory-source'
import { aProduct, idOf } from '../testing/products'
import { CollectionManager } from './collection-manager'
import { searchProducts } from './search-collections'

let source: MemorySource
let manager: CollectionManager

beforeEach(async () => {
  await Promise.all(['searchProducts', 'searchState'].map((name) => mongo().collection(name).drop()))
  source = new MemorySource([aProduct({ id: idOf(1), name: 'Lamp' }), aProduct({ id: idOf(2), name: 'Sofa' })])
  manager = new CollectionManager(source)
  await manager.prepare()
})

const kept = async () => {
  const found = await searchProducts()
    .find({ kind: 'product' }, { sort: { _id: 1 } })
    .toArray()
  return found.map((document) => (document.kind === 'product' ? document.name : ''))
}

describe('the searched collection', () => {
  it('has every product after the first sync, and a marker of how far the stores were read', async () => {
    expect(await manager.isBuilt()).toBe(false)
    expect(await manager.sync()).toBe(true)
    expect(await kept()).toEqual(['Lamp', 'Sofa'])
    expect(await manager.isBuilt()).toBe(true)
    expect(await searchProducts().findOne({ kind: 'marker' })).toMatchObject({ readAt: expect.any(Object) })
  })

  it('follows what changes', async () => {
    await manager.sync()
    source.put(aProduct({ id: idOf(1), name: 'Lamp, blue' }))
    source.put(aProduct({ id: idOf(3), name: 'Desk' }))
    source.delete(idOf(2))
    await manager.sync()
    expect(await kept()).toEqual(['Lamp, blue', 'Desk'])
  })

  it('is synced by one process at a time, and by another once the lease is released or expires', async () => {
    const other = new CollectionManager(source)
    await manager.sync()
    expect(await other.sync()).toBe(false)
    expect(await other.sync(Date.now() + 31_000)).toBe(true)
    expect(await manager.sync()).toBe(false)
    await other.release()
    expect(await manager.sync()).toBe(true)
  })

  it('keeps what a later builder wrote when an earlier one, which had paused, goes on', async () => {
    const paused = new MemorySource([aProduct({ id: idOf(1), name: 'Lamp' }), aProduct({ id: idOf(2), name: 'Sofa' })])
    let resume = () => {}
    const isPaused = new Promise<void>((begun) => {
      const load = paused.load.bind(paused)
      paused.load = async function* () {
        for await (const product of load()) {
          begun()
          await new Promise<void>((resolve) => {
            resume = resolve
          })
          yield product
        }
      }
    })
    const earlier = new CollectionManager(paused).sync()
    await isPaused
    source.put(aProduct({ id: idOf(1), name: 'Lamp, blue' }))
    source.put(aProduct({ id: idOf(3), name: 'Desk' }))
    const later = new CollectionManager(source)
    expect(await later.sync(Date.now() + 31_000)).toBe(true)
    const going = setInterval(() => resume(), 5)
    await earlier
    clearInterval(going)
    expect(await kept()).toEqual(['Lamp, blue', 'Sofa', 'Desk'])
    expect(await later.sync(Date.now() + 31_001)).toBe(true)
  })

  it('is rebuilt for a new layout, without deleted products', async () => {
    await manager.sync()
    await mongo()
      .collection('searchState')
      .updateOne({ layout: { $gt: 0 } }, { $set: { layout: 0 } })
    source.deleteQuietly(idOf(2))
    await manager.sync()
    expect(await kept()).toEqual(['Lamp'])
  })

  it('reads a product again when its price changes by itself', async () => {
    source.put(aProduct({ id: idOf(1), name: 'Lamp', validUntil: Date.now() + 1_000 }))
    await manager.sync()
    source.putQuietly(aProduct({ id: idOf(1), name: 'Lamp on sale' }))
    await manager.sync()
    expect(await kept()).toEqual(['Lamp', 'Sofa'])
    await manager.sync(Date.now() + 1_001)
    expect(await kept()).toEqual(['Lamp on sale', 'Sofa'])
  })
})
