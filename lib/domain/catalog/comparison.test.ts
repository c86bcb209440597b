import { describe, expect, it } from 'vitest'
import { compareUrl, parseCompared } from './compare-url'
import { type Compared, comparisonGroups } from './comparison'
import type { Spec } from './specs'

const spec = (key: string, more: Partial<Spec> = {}): Spec => ({
  key,
  label: key,
  type: 'number',
  level: 'product',
  filterable: true,
  ...more,
})
const SCHEMA = [
  spec('ram', { type: 'string', level: 'variant', label: 'Memory' }),
  spec('screen', { unit: '″', group: 'Screen' }),
  spec('weight', { unit: 'kg', group: 'Body', label: 'Weight' }),
  spec('touch', { type: 'boolean', group: 'Screen' }),
]
const laptop = (specs: Compared['specs'], rams: string[] = [], schema = SCHEMA): Compared => ({
  category: 'laptops',
  specs,
  variants: rams.map((ram) => ({ options: { ram } })),
  schema,
})

describe('the comparison of products', () => {
  it('follows groups and order of the schema, with formatted values', () => {
    const one = laptop({ weight: 1.2, screen: 14, touch: true }, ['8 GB', '16 GB'])
    const other = laptop({ weight: 1.2, screen: 16 }, ['8 GB'])
    expect(comparisonGroups([one, other])).toEqual([
      {
        name: 'Comes in',
        rows: [{ key: 'option.ram', label: 'Memory', cells: ['16 GB, 8 GB', '8 GB'], isDifferent: true }],
      },
      {
        name: 'Screen',
        rows: [
          { key: 'screen', label: 'screen', cells: ['14″', '16″'], isDifferent: true },
          { key: 'touch', label: 'touch', cells: ['Yes', null], isDifferent: true },
        ],
      },
      {
        name: 'Body',
        rows: [{ key: 'weight', label: 'Weight', cells: ['1.2\u00a0kg', '1.2\u00a0kg'], isDifferent: false }],
      },
    ])
  })

  it('of several categories lists specs that at least two products have, each in its own unit', () => {
    const phone: Compared = {
      category: 'phones',
      specs: { weight: 180, lenses: 3 },
      variants: [],
      schema: [spec('weight', { unit: 'g', label: 'Mass' }), spec('lenses')],
    }
    expect(comparisonGroups([laptop({ weight: 1.2, screen: 14 }), phone])).toEqual([
      {
        name: 'Body',
        rows: [{ key: 'weight', label: 'Weight', cells: ['1.2\u00a0kg', '180\u00a0g'], isDifferent: true }],
      },
    ])
  })

  it('ends with specs outside the schema, labelled by their keys', () => {
    const groups = comparisonGroups([laptop({ batteryLife: 'long', screen: 14 }), laptop({ screen: 14 })])
    expect(groups.map(({ name }) => name)).toEqual(['Screen', 'More'])
    expect(groups[1]?.rows).toEqual([
      { key: 'batteryLife', label: 'Battery life', cells: ['long', null], isDifferent: true },
    ])
  })

  it('has no differences for one product, and no rows for none', () => {
    expect(comparisonGroups([laptop({ screen: 14 })])[0]?.rows[0]?.isDifferent).toBe(false)
    expect(comparisonGroups([])).toEqual([])
  })
})

describe('the address of a comparison', () => {
  it('names each product once, and parses back to them', () => {
    expect(compareUrl(['a', 'b-2'])).toBe('/compare?p=a,b-2')
    expect(compareUrl([])).toBe('/compare')
    expect(parseCompared('a,b-2,a')).toEqual({ slugs: ['a', 'b-2'], dropped: 0 })
    expect(parseCompared(['a', ' b ', 'c,d'])).toEqual({ slugs: ['a', 'b', 'c', 'd'], dropped: 0 })
  })

  it('takes four products, counts the rest, and ignores what is not a slug', () => {
    expect(parseCompared('a,b,c,d,e,f')).toEqual({ slugs: ['a', 'b', 'c', 'd'], dropped: 2 })
    expect(parseCompared('A,../x,__proto__,$ne,,')).toEqual({ slugs: [], dropped: 0 })
    expect(parseCompared(undefined)).toEqual({ slugs: [], dropped: 0 })
    expect(parseCompared('x,'.repeat(100_000)).slugs).toEqual(['x'])
  })
})
