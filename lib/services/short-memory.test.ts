import { describe, expect, it, vi } from 'vitest'
import { ShortMemory } from './short-memory'

describe('a short memory', () => {
  const clock = { now: () => time }
  let time = 1
  const memory = () => new ShortMemory<number>({ forMs: 100, max: 2, clock })

  it('answers from what it keeps until that is too old', async () => {
    const ask = vi.fn(async () => ask.mock.calls.length)
    const kept = memory()
    expect(await Promise.all([kept.get('a', ask), kept.get('a', ask)])).toEqual([1, 1])
    time += 100
    expect(await kept.get('a', ask)).toBe(1)
    time += 1
    expect(await kept.get('a', ask)).toBe(2)
  })

  it('keeps so many and no more, the least used go', async () => {
    const ask = vi.fn(async () => 1)
    const kept = memory()
    for (const key of ['a', 'b', 'c', 'b', 'c']) await kept.get(key, ask)
    expect(ask).toHaveBeenCalledTimes(3)
    await kept.get('a', ask)
    expect(ask).toHaveBeenCalledTimes(4)
  })

  it('forgets what failed, and everything when told to', async () => {
    const kept = memory()
    await expect(kept.get('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down')
    expect(await kept.get('a', async () => 7)).toBe(7)
    kept.forget()
    expect(await kept.get('a', async () => 8)).toBe(8)
  })
})
