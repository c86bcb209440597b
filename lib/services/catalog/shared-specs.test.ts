import { describe, expect, it } from 'vitest'
import type { SpecDefinition } from '@/lib/contracts/catalog/category'
import { commonColours, sharedSpecs } from './shared-specs'

const spec = (key: string, words: string[] | null, change: Partial<SpecDefinition> = {}): SpecDefinition => ({
  key,
  label: key,
  type: 'string',
  level: 'variant',
  filterable: true,
  ...(words && { values: words.map((word) => ({ value: word, label: word, slug: word.toLowerCase() })) }),
  ...change,
})
const shared = (...schemas: SpecDefinition[][]) =>
  sharedSpecs(schemas).map(({ key, values }) => [key, values?.map(({ value }) => value)])

describe('a parent category can be filtered', () => {
  it('by specs that all children share, with the values of all', () => {
    const boots = [spec('colour', ['Red', 'Brown']), spec('shaft', ['High'])]
    const sneakers = [spec('colour', ['Red', 'White']), spec('drop', null, { type: 'number', level: 'product' })]
    expect(shared(boots, sneakers)).toEqual([['colour', ['Red', 'Brown', 'White']]])
    expect(shared(boots)).toEqual([
      ['colour', ['Red', 'Brown']],
      ['shaft', ['High']],
    ])
    expect(shared()).toEqual([])
  })

  it('by numbers in the same unit', () => {
    const weight = (unit: string) => spec('weight', null, { type: 'number', level: 'product', unit })
    expect(shared([weight('kg')], [weight('kg')])).toEqual([['weight', undefined]])
    expect(shared([weight('kg')], [weight('g')])).toEqual([])
  })

  it('by no spec that means something else in one of them', () => {
    const size = spec('size', ['M'])
    expect(shared([size], [spec('size', ['M'], { level: 'product' })])).toEqual([])
    expect(shared([size], [spec('size', ['M'], { filterable: false })])).toEqual([])
    expect(shared([size], [spec('size', null)])).toEqual([])
    expect(shared([size], [spec('size', ['m'])])).toEqual([]) // two values with the same slug
  })
})

it('the colours of all categories are one filter, even if nothing else is shared', () => {
  const boots = [spec('colour', ['Red', 'Brown'])]
  const books = [spec('pages', null, { type: 'number' })]
  const clocks = [spec('colour', ['White', 'Red'])]
  expect(commonColours([boots, books, clocks])).toMatchObject([{ key: 'colour' }])
  expect(commonColours([boots, books, clocks])[0]?.values?.map(({ value }) => value)).toEqual(['Red', 'Brown', 'White'])
  expect(commonColours([books, [spec('colour', ['Red'], { filterable: false })]])).toEqual([])
})
