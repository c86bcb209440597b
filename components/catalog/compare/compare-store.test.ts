import { beforeEach, describe, expect, it, vi } from 'vitest'
import { toggleCompared } from './compare-store'

const stored = () => JSON.parse(localStorage.getItem('compare') ?? '[]')

describe('the selection of products to compare', () => {
  beforeEach(() => {
    const texts = new Map<string, string>()
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => texts.get(key) ?? null,
      setItem: (key: string, text: string) => texts.set(key, text),
    })
  })

  it('keeps what another page stored, even if this one has not shown it yet', () => {
    localStorage.setItem('compare', '["halden-14","fjord-13"]')
    expect(toggleCompared('amalfi-lemons')).toBe(true)
    expect(stored()).toEqual(['halden-14', 'fjord-13', 'amalfi-lemons'])
    expect(toggleCompared('halden-14')).toBe(true)
    expect(stored()).toEqual(['fjord-13', 'amalfi-lemons'])
  })

  it('has room for four, and removes from four', () => {
    localStorage.setItem('compare', '["a","b","c","d"]')
    expect(toggleCompared('e')).toBe(false)
    expect(stored()).toHaveLength(4)
    expect(toggleCompared('d')).toBe(true)
    expect(stored()).toEqual(['a', 'b', 'c'])
  })
})
