import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createProgress } from './progress'

describe('the progress of a long check', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function started(total: number) {
    const lines: string[] = []
    return { lines, progress: createProgress({ unit: 'files', total, write: (line) => lines.push(line) }) }
  }

  it('is written every 5 s, with what is done and what is running', () => {
    const { lines, progress } = started(3)
    progress.begin('cart.test.ts')
    progress.begin('tax.test.ts')
    progress.finish('tax.test.ts')
    vi.advanceTimersByTime(5_000)
    progress.finish('cart.test.ts')
    vi.advanceTimersByTime(5_000)
    expect(lines).toEqual(['  … 1 of 3 files after 5.0 s, running cart.test.ts', '  … 2 of 3 files after 10 s'])
  })

  it('names at most three running items, those that began first', () => {
    const { lines, progress } = started(9)
    for (const name of ['a', 'b', 'c', 'd', 'e']) progress.begin(name)
    vi.advanceTimersByTime(5_000)
    expect(lines).toEqual(['  … 0 of 9 files after 5.0 s, running a, b, c and 2 more'])
  })

  it('says nothing before the first 5 s and after its end', () => {
    const { lines, progress } = started(1)
    vi.advanceTimersByTime(4_999)
    progress.stop()
    vi.advanceTimersByTime(60_000)
    expect(lines).toEqual([])
  })
})
