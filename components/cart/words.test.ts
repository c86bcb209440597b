import { describe, expect, it } from 'vitest'
import type { CartLine } from '@/lib/contracts/cart'
import type { LineNote } from './store/last-change'
import { noteText } from './words'

const line: CartLine = {
  sku: 'LAMP',
  productId: '0'.repeat(24),
  slug: 'filament-lamp',
  name: 'Filament lamp',
  image: null,
  optionsText: '',
  unitPrice: 4800,
  wasPrice: null,
  quantity: 60,
  addedAt: '2026-11-24T10:00:00.000Z',
  total: 288_000,
  left: null,
  hasAll: true,
  issues: [],
}
const text = (type: LineNote['type'], now: Partial<CartLine> = {}) =>
  noteText({ sku: 'LAMP', type, quantity: 60 }, { ...line, ...now })

describe('a note at a line', () => {
  it('says that nothing more is left only while the line has all of it', () => {
    expect(text('only_left')).toBe('There are only 60 left, and they are in your cart.')
    expect(text('only_left', { quantity: 1, hasAll: true })).toBe('There is only 1 left, and it is in your cart.')
    expect(text('only_left', { quantity: 1, hasAll: false })).toBeNull()
    expect(text('only_left', { hasAll: false })).toBeNull()
  })

  it('names the limit per line only while the line has reached it', () => {
    expect(text('at_most', { quantity: 99 })).toBe('We sell at most 99 of one item at a time.')
    expect(text('at_most', { quantity: 98 })).toBeNull()
  })

  it('is about what was typed only while the quantity is still that of then', () => {
    expect(text('not_whole')).toBe('Please type a whole number. The quantity is still 60.')
    expect(text('not_whole', { quantity: 2 })).toBeNull()
    expect(text('none_wanted')).toBe('Do you want to remove this from your cart?')
    expect(text('none_wanted', { quantity: 2 })).toBeNull()
  })
})
