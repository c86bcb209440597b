import { describe, expect, it } from 'vitest'
import type { CartLine, CartView } from '@/lib/contracts/cart'
import { afterChange, placeOf } from './optimistic'

const lamp: CartLine = {
  sku: 'LAMP',
  productId: '0'.repeat(24),
  slug: 'filament-lamp',
  name: 'Filament lamp',
  image: '/lamp.webp',
  optionsText: 'Brass, E27',
  unitPrice: 4800,
  wasPrice: null,
  quantity: 1,
  addedAt: '2026-11-24T10:00:00.000Z',
  total: 4800,
  left: 2,
  hasAll: false,
  issues: [],
}
const cart: CartView = {
  lines: [lamp],
  count: 1,
  subtotal: 4800,
  currency: 'EUR',
  delivery: { standard: 490, express: 990, freeFrom: 6000, missingForFree: 1200 },
}

describe('the expected cart before the server answers', () => {
  it('has a new line last, with what the page knows of it', () => {
    const line = { sku: 'LEMON', name: 'Amalfi lemons', unitPrice: 320 }
    const after = afterChange(cart, { type: 'add', line, quantity: 2 })
    expect(after?.lines.map(({ sku, quantity, total }) => [sku, quantity, total])).toEqual([
      ['LAMP', 1, 4800],
      ['LEMON', 2, 640],
    ])
    expect(after).toMatchObject({ count: 3, subtotal: 5440, delivery: { missingForFree: 560, standard: 490 } })
  })

  it('adds to an existing line, whatever the page says about it', () => {
    const after = afterChange(cart, { type: 'add', line: { sku: 'LAMP', name: 'Lamp', unitPrice: 1 }, quantity: 1 })
    expect(after?.lines).toEqual([{ ...lamp, quantity: 2, total: 9600 }])
  })

  it('has free delivery from the threshold on', () => {
    const after = afterChange(cart, { type: 'change', sku: 'LAMP', quantity: 2 })
    expect(after?.delivery).toMatchObject({ standard: 0, missingForFree: 0 })
  })

  it('drops a shortage that a smaller quantity solves', () => {
    const short = { ...cart, lines: [{ ...lamp, quantity: 5, issues: [{ type: 'short' as const, left: 2 }] }] }
    expect(afterChange(short, { type: 'change', sku: 'LAMP', quantity: 2 })?.lines[0]?.issues).toEqual([])
  })

  it('has no more units than are left or sold at once', () => {
    const wanting = (left: number | null) =>
      afterChange({ ...cart, lines: [{ ...lamp, left }] }, { type: 'change', sku: 'LAMP', quantity: 5000 })
    expect(wanting(2)?.lines[0]).toMatchObject({ quantity: 2, total: 9600 })
    expect(wanting(null)?.lines[0]?.quantity).toBe(99)
  })

  it('has a line that is put back where it was', () => {
    const line = (sku: string, second: number) => ({ ...lamp, sku, addedAt: `2026-11-24T10:00:0${second}.000Z` })
    const [first, second, third] = [line('A', 1), line('B', 2), line('C', 2)]
    const removed = afterChange({ ...cart, lines: [first, second, third] }, { type: 'remove', sku: 'B' })
    const { addedAt } = second
    const back = { type: 'add' as const, line: second, quantity: 1, putBack: { addedAt, seenUnitPrice: 4800 } }
    expect(afterChange(removed, back)?.lines.map(({ sku }) => sku)).toEqual(['A', 'B', 'C'])
    expect([first, third].map((one) => placeOf([second], one))).toEqual([0, 1])
  })

  it('does not count unavailable lines', () => {
    const gone = { ...lamp, sku: 'GONE', issues: [{ type: 'gone' as const }] }
    const after = afterChange({ ...cart, lines: [gone, lamp] }, { type: 'change', sku: 'LAMP', quantity: 2 })
    expect(after).toMatchObject({ count: 2, subtotal: 9600 })
  })

  it('is empty after its last line is removed', () => {
    expect(afterChange(cart, { type: 'remove', sku: 'LAMP' })).toMatchObject({ lines: [], count: 0, subtotal: 0 })
  })

  it('does not report an accepted price', () => {
    const changed = { ...lamp, issues: [{ type: 'price_changed' as const, from: 4500, to: 4800 }] }
    expect(afterChange({ ...cart, lines: [changed] }, { type: 'accept' })?.lines[0]?.issues).toEqual([])
  })

  it('stays unknown until it is loaded', () => {
    expect(afterChange(undefined, { type: 'remove', sku: 'LAMP' })).toBeUndefined()
  })
})
