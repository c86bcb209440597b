import { describe, expect, it } from 'vitest'
import { bySchema, formatNumber, formatSpec, type Spec, specGroups, wordsOf } from './specs'

const value = (text: string) => ({ value: text, label: text, slug: text.toLowerCase().replaceAll(' ', '-') })
const spec = (key: string, label: string, rest: Partial<Spec> = {}): Spec => ({
  key,
  label,
  type: 'string',
  level: 'product',
  filterable: true,
  ...rest,
})
const screen = spec('screen', 'Screen', { type: 'number', unit: '″', group: 'Screen' })
const ram = spec('ram', 'Memory', { level: 'variant', group: 'Inside', values: ['8 GB', '16 GB', '32 GB'].map(value) })
const size = spec('size', 'Size', { level: 'variant', values: ['S', 'M', 'L', 'XL'].map(value) })
const weight = spec('weight', 'Weight', { type: 'number', unit: 'kg', group: 'Body' })

describe('a spec value', () => {
  it('is a number with its unit, without a line break between them', () => {
    expect([formatNumber(1.21, 'kg'), formatNumber(2880, 'px'), formatNumber(14, '″'), formatNumber(7)]).toEqual([
      '1.21\u00a0kg',
      '2,880\u00a0px',
      '14″',
      '7',
    ])
  })

  it('is Yes or No, a list, or the schema’s label', () => {
    expect([formatSpec(true), formatSpec(false), formatSpec(['HDMI', 'USB-C'])]).toEqual(['Yes', 'No', 'HDMI, USB-C'])
    expect(formatSpec('ips', spec('panel', 'Panel', { values: [{ value: 'ips', label: 'IPS', slug: 'ips' }] }))).toBe(
      'IPS',
    )
  })
})

describe('the order of spec values', () => {
  it('follows the schema, then size or alphabet', () => {
    expect(bySchema(['XXL', 'L', 'S', 'A'], size)).toEqual(['S', 'L', 'A', 'XXL'])
    expect(bySchema([16, 9, 100], undefined)).toEqual([9, 16, 100])
  })
})

const laptop = {
  specs: { screen: 14, weight: 1.21, touch: true, batteryLife: '14 h' },
  variants: [
    { options: { ram: '16 GB', colour: 'Silver' }, price: 1000 },
    { options: { ram: '8 GB', colour: 'Silver' }, price: 900 },
  ],
}

describe('the spec table', () => {
  it('has the groups of the schema, with other specs under More', () => {
    expect(specGroups(laptop, [screen, ram, weight])).toEqual([
      { name: 'Screen', rows: [{ label: 'Screen', text: '14″' }] },
      { name: 'Inside', rows: [{ label: 'Memory', text: '8 GB, 16 GB' }] },
      { name: 'Body', rows: [{ label: 'Weight', text: '1.21\u00a0kg' }] },
      {
        name: 'More',
        rows: [
          { label: 'Touch', text: 'Yes' },
          { label: 'Battery life', text: '14 h' },
        ],
      },
    ])
  })

  it('has slugs of values that are filters', () => {
    const material = spec('material', 'Material', { values: [value('Magnesium')] })
    const [group] = specGroups({ specs: { material: 'Magnesium' }, variants: [] }, [material])
    expect(group?.rows[0]?.filter).toEqual({ key: 'material', slug: 'magnesium' })
  })

  it('turns a key into words', () => {
    expect([wordsOf('batteryLife'), wordsOf('ssd')]).toEqual(['Battery life', 'Ssd'])
  })
})
