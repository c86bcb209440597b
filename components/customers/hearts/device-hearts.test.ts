import { beforeEach, describe, expect, it, vi } from 'vitest'
import { MAX_DEVICE_HEARTS } from '@/lib/domain/customers/wishlist'
import { deviceHearts } from './device-hearts'

const id = (number: number) => number.toString(16).padStart(24, '0')
const storage = new Map<string, string>()

beforeEach(() => {
  storage.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
    removeItem: (key: string) => storage.delete(key),
  })
})

describe('the hearts of a device', () => {
  it('are kept, the newest first, once per product', () => {
    deviceHearts.add({ productId: id(1) })
    deviceHearts.add({ productId: id(2), sku: 'B-1' })
    deviceHearts.add({ productId: id(1) })
    expect(deviceHearts.get()).toEqual([{ productId: id(1) }, { productId: id(2), sku: 'B-1' }])
    deviceHearts.remove([id(1)])
    expect(deviceHearts.get()).toEqual([{ productId: id(2), sku: 'B-1' }])
  })

  it('are a hundred at most', () => {
    for (let number = 1; number <= MAX_DEVICE_HEARTS; number++) deviceHearts.add({ productId: id(number) })
    expect(deviceHearts.add({ productId: id(500) })).toBe('full')
    expect(deviceHearts.get()).toHaveLength(MAX_DEVICE_HEARTS)
  })

  it('are the same array until they change, also if another tab changed them', () => {
    deviceHearts.add({ productId: id(1) })
    expect(deviceHearts.get()).toBe(deviceHearts.get())
    storage.set('hearts', JSON.stringify([{ productId: id(3) }]))
    expect(deviceHearts.get()).toEqual([{ productId: id(3) }])
  })

  it.each(['', '{', 'null', '{"a":1}', '[1, "x", {"productId": "<script>"}, {"productId": 5}, null]'])(
    'are none if %j is stored',
    (text) => {
      storage.set('hearts', text)
      expect(deviceHearts.get()).toEqual([])
    },
  )

  it('are not kept where storage is unavailable', () => {
    vi.stubGlobal('localStorage', undefined)
    expect(deviceHearts.add({ productId: id(1) })).toBe('no storage')
    expect(deviceHearts.get()).toEqual([])
  })
})
