import { describe, expect, it } from 'vitest'
import { seemsToLackHouseNumber, shouldAskForHouseNumber } from './house-number'

const lacks = (street: string, extra = '') => seemsToLackHouseNumber({ street, extra })

describe('a house number', () => {
  it.each(['Lange Reihe', 'Am Bahnhof', 'Rosenvilla', 'Postlagernd', 'Kerkstraat ', '\u200bLange Reihe\u200b'])(
    'seems to be missing in %j',
    (street) => expect(lacks(street)).toBe(true),
  )

  it.each([
    'Lange Reihe 28',
    'Lange Reihe 28b',
    '28 Lange Reihe',
    'Packstation 145',
    'C 4',
    'Dorf 7 ½',
    'Lange Reihe ２８',
    'Lange Reihe ٢٨',
    'Haus Ⅳ',
  ])('is there in %j', (street) => expect(lacks(street)).toBe(false))

  it('is not missed if the street has a number in its name, which might be all there is', () => {
    expect(lacks('Straße des 17. Juni')).toBe(false)
  })

  it('may be the whole second line, where some browsers fill it in', () => {
    for (const extra of ['28', '28b', '28 b', 'Nr. 28', 'no 5']) expect(lacks('Lange Reihe', extra)).toBe(false)
    for (const extra of ['3rd floor', 'Building 2', '']) expect(lacks('Lange Reihe', extra)).toBe(true)
  })

  it('is not missed if there is no street at all, which is another fault', () => {
    expect(lacks('')).toBe(false)
    expect(lacks(' \u200b')).toBe(false)
  })

  it('is asked for once for each street', () => {
    const village = { street: 'Am Bahnhof', extra: '' }
    expect(shouldAskForHouseNumber(village, '')).toBe(true)
    expect(shouldAskForHouseNumber(village, 'Am Bahnhof')).toBe(false)
    expect(shouldAskForHouseNumber({ ...village, street: ' Am  Bahnhof' }, 'Am Bahnhof')).toBe(false)
    expect(shouldAskForHouseNumber(village, 'Lange Reihe')).toBe(true)
  })
})
