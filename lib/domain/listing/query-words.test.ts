import { describe, expect, it } from 'vitest'
import { hasMoreThanWords, readQuery, textOf, withoutPlaces } from './query-words'

const read = (text: string) => {
  const { words, ...rest } = readQuery(text)
  return { text: textOf(words), ...rest }
}
const prices = (text: string, bareRanges = false) => {
  const { words, price } = readQuery(text, { bareRanges })
  const rest = textOf(words)
  return [rest, price.min, price.max]
}

describe('prices in a query', () => {
  it.each([
    ['red nike shoes under 80', 'red nike shoes', undefined, 8000],
    ['laptop under €1,000', 'laptop', undefined, 100_000],
    ['laptop under 1.000 €', 'laptop', undefined, 100_000],
    ['laptop below 999.90 euros with touch', 'laptop with touch', undefined, 99_990],
    ['lamp cheaper than 9,99', 'lamp', undefined, 999],
    ['lamp for up to 50 eur', 'lamp', undefined, 5000],
    ['lamp max 50', 'lamp', undefined, 5000],
    ['Lamp UNDER 50', 'Lamp', undefined, 5000],
    ['50 euro or less', '', undefined, 5000],
    ['bag over 100', 'bag', 10_000, undefined],
    ['bag at least 100 euro', 'bag', 10_000, undefined],
    ['bag €100 and up', 'bag', 10_000, undefined],
    ['bag from €100', 'bag', 10_000, undefined],
    ['bag over 20 under 80', 'bag', 2000, 8000],
    ['shirt between 20 and 50', 'shirt', 2000, 5000],
    ['shirt between 50 and 20', 'shirt', 2000, 5000],
    ['shirt from 20 to 50 euro', 'shirt', 2000, 5000],
    ['shirt 20-50 €', 'shirt', 2000, 5000],
    ['shirt €20 – €50 blue', 'shirt blue', 2000, 5000],
    ['shirt 20-50', 'shirt', 2000, 5000, true],
    ['shirt 50 – 20', 'shirt', 2000, 5000, true],
    ['sneakers 50 euro', 'sneakers', undefined, 5000],
    ['€9,50 gift', 'gift', undefined, 950],
  ])('%j', (text, rest, min, max, bareRanges?: boolean) => {
    expect(prices(text, bareRanges)).toEqual([rest, min, max])
  })

  it.each([
    'tent under 2 kg',
    'bag up to 20 l',
    'laptop under 14″',
    'games for up to 5 players',
    'over 80 % cocoa',
    'laptop over 16gb',
    'bag under $80',
    'Lego 20-50',
    'tea from 1951',
    'size 20',
    'under',
    'under the 80s lamp',
    'catch 22',
    'under 80x40',
  ])('%j contains no price', (text) => {
    expect(read(text)).toMatchObject({ text, price: {} })
  })
})

it.each([
  ['lamps in stock', { text: 'lamps', inStock: true }],
  ['in-stock lamps', { text: 'lamps', inStock: true }],
  ['shoes on sale', { text: 'shoes', scope: 'deals' }],
  ['deals', { text: '', scope: 'deals' }],
  ['laptop sale', { text: 'laptop', scope: 'deals' }],
  ['sale shoes', { text: 'shoes', scope: 'deals' }],
  ['laptops for sale', { text: 'laptops', scope: 'all' }],
  ['best rated headphones', { text: 'headphones', sort: 'rating' }],
  ['top-rated headphones', { text: 'headphones', sort: 'rating' }],
  ['most expensive watch', { text: 'watch', sort: '-price' }],
  ['do you have lamps', { text: 'lamps' }],
  ['something', { text: 'something' }],
  ['new laptops', { text: 'laptops', scope: 'new' }],
  ['laptops new in', { text: 'laptops', scope: 'new' }],
  ['new', { text: 'new', scope: 'all' }],
  ['brand new day', { text: 'brand new day', scope: 'all' }],
  ['new deals on lamps', { text: 'on lamps', scope: 'deals' }],
  ['lamp 4 stars and up', { text: 'lamp', rating: 4, price: {} }],
  ['lamp with at least 4.5 stars', { text: 'lamp', rating: 4.5, price: {} }],
  ['lamp 4+ stars', { text: 'lamp', rating: 4 }],
  ['lamp 4 stars', { text: 'lamp', rating: 4 }],
  ['cheap lamps', { text: 'lamps', sort: 'price' }],
  ['cheaply made', { text: 'cheaply made', sort: null }],
  ['four stars', { text: 'four stars', rating: null }],
  ['garden sale-room stockings', { text: 'garden sale-room stockings', scope: 'all', inStock: false }],
])('%j is recognized', (text, expected) => {
  expect(read(text)).toMatchObject(expected)
})

it.each([
  ['chocolate without nuts', 'chocolate -nuts'],
  ['shoes but not red', 'shoes -red'],
  ['milk but -oat', 'milk -oat'],
  ['bread with no nuts or sesame', 'bread with -nuts -sesame'],
  ['sugar free chocolate', '-sugar chocolate'],
  ['nut-free chocolate', '-nut chocolate'],
  ['sugarfree sweets', '-sugar sweets'],
  ['sweets free of sugar', 'sweets -sugar'],
  ['chocolat sans noix', 'chocolat -noix'],
  ['Schokolade ohne Nüsse', 'Schokolade -Nüsse'],
  ['melk zonder suiker', 'melk -suiker'],
  ['organic free range eggs', 'organic free range eggs'],
  ['free', 'free'],
  ['carefree', 'carefree'],
  ['not', 'not'],
])('%j excludes words', (text, expected) => {
  expect(read(text).text).toBe(expected)
})

it.each(['NQ-574-12', '20-50 cm', 'A4-80', '12-24-36', '1.20-1.80'])('is not mistaken for a price in %j', (text) => {
  expect(readQuery(text, { bareRanges: true }).price).toEqual({})
})

it('leaves quoted phrases and unclosed quotation marks alone', () => {
  expect(readQuery('“under 30” book "on sale" under 9')).toMatchObject({
    words: [
      { text: '“under 30”', isQuoted: true },
      { text: 'book', isQuoted: false },
      { text: '"on sale"', isQuoted: true },
    ],
    price: { max: 900 },
    scope: 'all',
  })
  expect(read('"oak table under 300')).toMatchObject({ text: '"oak table', price: { max: 30_000 } })
})

it.each([
  ['a long word', 'x'.repeat(10_000)],
  ['many beginnings of a phrase', 'under '.repeat(2_000)],
  ['a number without end', '1.'.repeat(5_000)],
  ['a phrase again and again', 'between 1 and '.repeat(700)],
  ['signs', '€'.repeat(9_000)],
  ['quotation marks', '"'.repeat(9_001)],
  ['pictures', '🍋 lemon 🍋'],
  ['another script', 'مصباح أحمر'],
  ['operators', '$gt .* (?=a)+ \\'],
  ['broken and invisible characters', '\u0000\u202e\ud800'],
  ['nothing', ''],
])('takes little time for %s', (_, text) => {
  const began = performance.now()
  const { words } = readQuery(text)
  expect(performance.now() - began).toBeLessThan(50)
  expect(textOf(words).length).toBeLessThanOrEqual(200)
})

it('reports whether a query has more than words', () => {
  expect(hasMoreThanWords(readQuery('red shoes'))).toBe(false)
  expect(hasMoreThanWords(readQuery('shoes under 80'))).toBe(true)
})

it('removing a word removes the small words before it', () => {
  const without = (text: string, ...places: number[]) => textOf(withoutPlaces(readQuery(text).words, places))
  expect(without('bags by Osier', 2)).toBe('bags')
  expect(without('bags made of the cork', 4)).toBe('bags')
  expect(without('by red bags', 1)).toBe('bags')
  expect(without('bags by Osier', 0)).toBe('by Osier')
})
