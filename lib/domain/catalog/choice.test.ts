import { describe, expect, it } from 'vitest'
import { type Choosable, choose, shownVariant, valueState } from './choice'

const variant = (colour: string, ram: string, price: number, isOut = false): Choosable => ({
  sku: `${colour}-${ram}`,
  options: { colour, ram },
  price,
  isOut,
})
const silver8 = variant('silver', '8', 1000)
const silver16 = variant('silver', '16', 1150)
const moss16 = variant('moss', '16', 1200, true)
const moss32 = variant('moss', '32', 1400)
const chosen = (one: Choosable, ...openKeys: string[]) => ({ variant: one, openKeys: new Set(openKeys) })
const all = [silver8, silver16, moss16, moss32]

describe('choosing an option value', () => {
  it('keeps the other options if such a variant exists', () => {
    expect(choose(all, chosen(silver16), 'colour', 'moss')).toBe(moss16)
  })

  it('prefers a variant in stock if the others cannot be kept', () => {
    expect(choose(all, chosen(silver8), 'colour', 'moss')).toBe(moss32)
  })

  it('returns null for a value that no variant has', () => {
    expect(choose(all, chosen(silver8), 'colour', 'pink')).toBeNull()
    expect(valueState(all, chosen(silver8), 'colour', 'pink')).toEqual({
      sku: null,
      isChosen: false,
      isOut: true,
      difference: 0,
    })
  })
})

describe('an option value that is not selected', () => {
  it('shows its price difference', () => {
    expect(valueState(all, chosen(silver8), 'ram', '16')).toEqual({
      sku: 'silver-16',
      isChosen: false,
      isOut: false,
      difference: 150,
    })
    expect(valueState(all, chosen(silver16), 'ram', '8').difference).toBe(-150)
  })

  it('shows that it is sold out', () => {
    expect(valueState(all, chosen(silver16), 'colour', 'moss').isOut).toBe(true)
  })

  it('has no price difference once selected', () => {
    expect(valueState(all, chosen(silver8), 'ram', '8')).toEqual({
      sku: 'silver-8',
      isChosen: true,
      isOut: false,
      difference: 0,
    })
  })
})

describe('an option that is not chosen yet', () => {
  it('has no chosen value, though the provisional variant has one', () => {
    expect(valueState(all, chosen(silver16, 'ram'), 'ram', '16').isChosen).toBe(false)
    expect(valueState(all, chosen(silver16, 'ram'), 'colour', 'silver').isChosen).toBe(true)
  })

  it('is shown with a variant in stock, if there is one with the chosen options', () => {
    expect(shownVariant(all, chosen(moss16, 'ram'))).toBe(moss32)
    expect(shownVariant(all, chosen(moss16))).toBe(moss16)
    expect(shownVariant([moss16], chosen(moss16, 'ram'))).toBe(moss16)
  })

  it('need not be kept: another colour leads to its cheapest variant in stock', () => {
    expect(choose(all, chosen(silver16, 'ram'), 'colour', 'moss')).toBe(moss32)
    expect(valueState(all, chosen(silver16, 'ram'), 'colour', 'moss').isOut).toBe(false)
  })
})
