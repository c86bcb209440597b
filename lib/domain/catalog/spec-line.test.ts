import { describe, expect, it } from 'vitest'
import { specLine } from './spec-line'
import type { Spec, SpecValue } from './specs'

const value = (text: string) => ({ value: text, label: text, slug: text.toLowerCase().replaceAll(' ', '-') })
const spec = (key: string, label: string, rest: Partial<Spec> = {}): Spec => ({
  key,
  label,
  type: 'string',
  level: 'product',
  filterable: true,
  ...rest,
})
const number = (key: string, label: string, unit?: string): Spec =>
  spec(key, label, { type: 'number', ...(unit && { unit }) })
const screen = number('screen', 'Screen', '″')
const ram = spec('ram', 'Memory', { level: 'variant', values: ['8 GB', '16 GB', '32 GB'].map(value) })
const size = spec('size', 'Size', { level: 'variant', values: ['S', 'M', 'L', 'XL'].map(value) })
const colour = spec('colour', 'Colour', { level: 'variant' })
const weight = number('weight', 'Weight', 'kg')
const touch = spec('touch', 'Touch screen', { type: 'boolean' })

/** Returns the line of a product with these specs and no options. */
const lineOf = (specs: Record<string, SpecValue>, schema: Spec[], sortKey?: string) =>
  specLine({ specs, variants: [{ options: {}, price: 1 }] }, { options: {} }, { schema, sortKey })

describe('the spec line on a card', () => {
  const laptop = {
    specs: { screen: 14, weight: 1.21, touch: true },
    variants: [
      { options: { ram: '16 GB', colour: 'Silver' }, price: 1000 },
      { options: { ram: '8 GB', colour: 'Silver' }, price: 900 },
    ],
  }

  it('has options of the shown variant that affect the price, but no colours', () => {
    expect(specLine(laptop, laptop.variants[0]!, { schema: [screen, ram, colour, weight, touch] })).toEqual([
      '14″',
      '16 GB',
      '1.21\u00a0kg',
      'Touch screen',
    ])
  })

  it('has the first and last value of options that do not affect the price', () => {
    const tee = { specs: {}, variants: ['L', 'S', 'M'].map((text) => ({ options: { size: text }, price: 2900 })) }
    expect(specLine(tee, tee.variants[0]!, { schema: [size] })).toEqual(['S to L'])
  })

  it('is short, and leaves out missing specs and those that say none', () => {
    const schema = [spec('a', 'A'), touch, spec('lining', 'Lining'), spec('sleeves', 'Sleeves'), weight]
    expect(lineOf({ a: 'x'.repeat(60), touch: false, lining: 'None', sleeves: 'Long', weight: 2 }, schema)).toEqual([
      'Sleeves: Long',
      '2\u00a0kg',
    ])
  })

  it('labels numbers and words that do not speak for themselves', () => {
    const game = [
      spec('players', 'Players', { type: 'list' }),
      number('minutes', 'Takes', 'min'),
      number('age', 'From age', 'years'),
      number('pieces', 'Pieces'),
    ]
    expect(lineOf({ players: ['4', '2', '3'], minutes: 70, age: 8, pieces: 54 }, game)).toEqual([
      'Players 2 to 4',
      'Takes 70\u00a0min',
      'From age 8\u00a0years',
    ])
    const coffee = [
      spec('roast', 'Roast'),
      number('strength', 'Strength'),
      spec('tastes', 'Tastes of', { type: 'list' }),
    ]
    expect(lineOf({ roast: 'Medium', strength: 2, tastes: ['Nuts', 'Citrus'] }, coffee)).toEqual([
      'Roast: Medium',
      'Strength 2',
    ])
    expect(lineOf({ fabric: 'Denim', cut: 'Straight' }, [spec('fabric', 'Fabric'), spec('cut', 'Cut')])).toEqual([
      'Denim',
      'Cut: Straight',
    ])
  })

  it('labels a weight only where another number of the category is a weight too', () => {
    const carries = number('carries', 'Carries', 'kg')
    expect(lineOf({ weight: 4, carries: 90 }, [weight, carries])).toEqual(['Weight 4\u00a0kg', 'Carries 90\u00a0kg'])
    expect(lineOf({ weight: 4 }, [weight])).toEqual(['4\u00a0kg'])
    expect(lineOf({ sugar: 42 }, [number('sugar', 'Sugar', 'g/100 g')])).toEqual(['Sugar 42\u00a0g/100 g'])
  })

  it('always has the value that the listing is sorted by, and first', () => {
    const noise = { ...number('noise', 'Noise under full load at the desk', 'dB'), filterable: false }
    const schema = [screen, weight, noise]
    expect(lineOf({ screen: 14, weight: 1.2, noise: 35 }, schema, 'weight')).toEqual(['1.2\u00a0kg', '14″'])
    expect(lineOf({ screen: 14, weight: 1.2, noise: 35 }, schema, 'noise')[0]).toMatch(/^Noise .* 35/)
    expect(lineOf({ screen: 14 }, schema, 'weight')).toEqual(['14″'])
  })
})
