import { describe, expect, it } from 'vitest'
import { distance } from '../merchandising/likeness'
import { choose } from './choice'
import { comparisonGroups } from './comparison'
import { specLine } from './spec-line'
import { type Spec, specGroups } from './specs'

// A spec's key may equal the name of a property that every object inherits, such as "constructor".
const schema = Object.getOwnPropertyNames(Object.prototype)
  .filter((key) => /^[a-z]+$/i.test(key))
  .flatMap((key): Spec[] => [
    { key, label: key, type: 'string', level: 'product', filterable: true },
    { key, label: key, type: 'string', level: 'variant', filterable: true },
  ])
const variant = { sku: 'A', options: {}, price: 1000, isOut: false }
const product = { name: 'Lamp', category: 'home', specs: {}, variants: [variant], schema }

describe('a spec called like what every object has', () => {
  it('is not said of a product that lacks it', () => {
    expect(specLine(product, variant, { schema })).toEqual([])
    expect(specGroups(product, schema)).toEqual([])
    expect(comparisonGroups([product, product])).toEqual([])
  })

  it('is said of one that has it', () => {
    expect(specLine({ ...product, specs: { constructor: 'Halden' } }, variant, { schema })).toEqual(['Halden'])
  })

  it('makes two products without it neither alike nor unlike', () => {
    const likened = { brand: 'Halden', specs: {}, options: {}, price: 1000 }
    expect(distance(likened, likened, schema, new Map())).toBe(0)
  })

  it('is no option that a variant without it can be chosen by', () => {
    expect(choose([variant], { variant, openKeys: new Set() }, 'constructor', String(Object))).toBeNull()
  })
})
