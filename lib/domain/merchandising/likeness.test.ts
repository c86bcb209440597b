import { describe, expect, it } from 'vitest'
import type { Spec } from '../catalog/specs'
import { distance, type Likened, spansOf } from './likeness'

const spec = (key: string, type: Spec['type'], more: Partial<Spec> = {}): Spec => ({
  key,
  label: key,
  type,
  level: 'product',
  filterable: true,
  ...more,
})
const SCHEMA = [
  spec('weight', 'number'),
  spec('material', 'string'),
  spec('ports', 'list'),
  spec('ram', 'string', { level: 'variant' }),
  spec('story', 'string', { filterable: false }),
]
const SPANS = new Map([['weight', 2]])

const product = (more: Partial<Likened> = {}): Likened => ({
  brand: 'Halden',
  price: 1000,
  specs: { weight: 1, material: 'steel', ports: ['USB-C', 'HDMI'], story: 'once' },
  options: { ram: ['8 GB', '16 GB'] },
  ...more,
})
const withSpecs = (specs: Likened['specs']) => product({ specs: { ...product().specs, ...specs } })
const from = (other: Likened) => distance(product(), other, SCHEMA, SPANS)

describe('the distance of two products', () => {
  it('is 0 for equal products, 1 for entirely different ones, and symmetric', () => {
    const nothing: Likened = { brand: 'Pica', price: 0, specs: {}, options: {} }
    expect(from(product())).toBe(0)
    expect(from(nothing)).toBe(1)
    const other = withSpecs({ weight: 2, material: 'wood' })
    expect(from(other)).toBe(distance(other, product(), SCHEMA, SPANS))
  })

  it('grows with the difference of a number, relative to the category’s span', () => {
    expect(from(withSpecs({ weight: 1.1 }))).toBeLessThan(from(withSpecs({ weight: 1.5 })))
    expect(from(withSpecs({ weight: 3 }))).toBe(from(withSpecs({ weight: 30 })))
    expect(distance(product(), withSpecs({ weight: 1.1 }), SCHEMA, new Map([['weight', 0.1]]))).toBe(
      from(withSpecs({ weight: 3 })),
    )
  })

  it('shrinks with every value that lists and options share', () => {
    expect(from(withSpecs({ ports: ['USB-C'] }))).toBeLessThan(from(withSpecs({ ports: ['Ethernet'] })))
    expect(from(product({ options: { ram: ['16 GB'] } }))).toBeLessThan(from(product({ options: { ram: ['64 GB'] } })))
  })

  it('compares prices as ratios: 10 to 20 equals 1,000 to 2,000', () => {
    const gap = (a: number, b: number) => distance(product({ price: a }), product({ price: b }), SCHEMA, SPANS)
    expect(gap(10, 20)).toBe(gap(1000, 2000))
    expect(gap(1000, 1100)).toBeLessThan(gap(1000, 1500))
    expect(gap(0, 0)).toBe(0)
  })

  it('weighs specs without a filter less, and ignores specs that neither has', () => {
    expect(from(withSpecs({ story: 'twice' }))).toBeLessThan(from(withSpecs({ material: 'wood' })))
    const bare = product({ specs: {}, options: {} })
    expect(distance(bare, bare, SCHEMA, SPANS)).toBe(0)
  })
})

describe('spec spans', () => {
  it('reach from the lowest to the highest number; words have none', () => {
    const all: Pick<Likened, 'specs'>[] = [
      { specs: { weight: 3, name: 'a' } },
      { specs: { weight: -1 } },
      { specs: {} },
    ]
    expect([...spansOf(all)]).toEqual([['weight', 4]])
  })
})
