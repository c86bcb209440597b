import { describe, expect, it, vi } from 'vitest'
import { ShortMemory } from './short-memory'

describe('a short memory', () => {
  const memory = () => new ShortMemory<number>({ forMs: 100, most: 2 })

  it('answers from what it keeps until that is too old', async () => {
    const ask = vi.fn(async () => ask.mock.calls.length)
    const kept = memory()
    expect(await Promise.all([kept.get('a', ask, 0), kept.get('a', ask, 99)])).toEqual([1, 1])
    expect(await kept.get('a', ask, 100)).toBe(2)
  })

  it('keeps so many and no more, the oldest go', async () => {
    const ask = vi.fn(async () => 1)
    const kept = memory()
    for (const key of ['a', 'b', 'c', 'b', 'c']) await kept.get(key, ask, 0)
    expect(ask).toHaveBeenCalledTimes(3)
    await kept.get('a', ask, 0)
    expect(ask).toHaveBeenCalledTimes(4)
  })

  it('forgets what failed', async () => {
    const kept = memory()
    await expect(kept.get('a', () => Promise.reject(new Error('down')), 0)).rejects.toThrow('down')
    expect(await kept.get('a', async () => 7, 0)).toBe(7)
  })
})
