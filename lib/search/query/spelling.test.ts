import { describe, expect, test } from 'vitest'
import type { IndexOptions } from '../index/table'
import type { Product } from '../indexed-product'
import { SearchIndex } from '../search-index'
import { aProduct, idOf } from '../testing/products'

const indexOf = (products: Partial<Product>[], options?: IndexOptions) =>
  SearchIndex.of(
    products.map((product, n) => aProduct({ id: idOf(n), ...product })),
    options,
  )
const named = (names: string[], options?: IndexOptions) =>
  indexOf(
    names.map((name) => ({ name })),
    options,
  )
const find = (index: SearchIndex, text: string) =>
  index
    .search({ text })
    .hits.map(({ id }) => Number.parseInt(id, 16))
    .sort((a, b) => a - b)

describe('spellings of one word find the same products', () => {
  test.each([
    ['Müsli', 'Muesli', 'mu\u0308sli', 'MÜSLI'],
    ['Möbel', 'Moebel', 'mo\u0308bel'],
    ['Käse', 'Kaese', 'ka\u0308se'],
    ['Öl', 'Oel'],
    ['Straße', 'Strasse', 'STRASSE', 'STRAẞE'],
    ['Smørrebrød', 'Smoerrebroed'],
    ['Ångström', 'Aangstroem', 'A\u030angstro\u0308m'],
    ['İstanbul', 'istanbul', 'I\u0307stanbul', 'ISTANBUL'],
    ['Crème', 'cre\u0300me', 'creme'],
    ['Ёлка', 'елка', 'ЕЛКА', 'Е\u0308лка'],
    ["O'Neill", 'O’Neill', 'O´Neill', 'OʼNeill', 'O`Neill', 'ONeill'],
    ["Men's", 'Men’s', 'Men´s', 'Menʼs', 'Mens'],
    ['ジャケット', 'ｼﾞｬｹｯﾄ'],
    ['NX-402', 'ＮＸ－４０２', 'NX‑402'],
  ])('%s, %s and the rest', async (...spellings) => {
    for (const language of ['en', 'de', 'nl'] as const) {
      const all = spellings.map((_, n) => n)
      // Every spelling must find the first one if it is the only one in the index, and otherwise all of them.
      const together = await named([...spellings, 'Lamp'], { language })
      for (const text of spellings) {
        expect(find(together, `${text} `), `${language}: ${text}`).toEqual(all)
        expect(find(await named([spellings[0]!, 'Lamp'], { language }), `${text} `), text).toEqual([0])
      }
      const [first, second] = spellings
      expect(find(together, first!), 'while it is typed').toEqual(find(together, second!))
    }
  })

  test.each(['Müsli Muesli Musli', 'Möbel Moebel Mobel', 'Smørrebrød Smoerrebroed Smorrebrod'])(
    'in English also with plain letters: %s',
    async (all) => {
      const index = await named(all.split(' '))
      for (const text of all.split(' ')) expect(find(index, `${text} `), text).toEqual([0, 1, 2])
    },
  )

  test.each(['en', 'de', 'nl', 'fi'] as const)('in %s plain letters find a word with umlauts', async (language) => {
    const index = await named(['Müsli', 'Tür', 'Smørrebrød', 'Ångström', 'Lamp'], { language })
    for (const [n, text] of ['musli', 'tur', 'smorrebrod', 'angstrom'].entries())
      expect(find(index, `${text} `), text).toEqual([n])
  })

  test('a short word is not taken for one with an umlaut', async () => {
    const index = await named(['Pot', 'Poet', 'Short', 'Shoe', 'Blush', 'Blue'])
    expect(find(index, 'pot ')).toEqual([0])
    expect(find(index, 'poet')).toEqual([1])
    expect(find(index, 'shoe')).toEqual([3])
    expect(find(index, 'blue')).toEqual([5])
    expect(find(await named(['Neue Feuer', 'Nufur'], { language: 'de' }), 'feuer ')).toEqual([0])
  })

  test('inflections and phrases know them too', async () => {
    const german = await named(['Häuser aus Holz', 'Haeuser aus Stein', 'Haus'], { language: 'de' })
    for (const text of ['haus ', 'häuser ', 'haeuser ']) expect(find(german, text), text).toEqual([0, 1, 2])
    const index = await named(['Müsli bowl', 'Muesli bowl', 'Bowl for muesli'])
    for (const text of ['"müsli bowl"', '"muesli bowl"', '"musli bowl"'])
      expect(find(index, text), text).toEqual([0, 1])
  })

  test('a word is suggested once, as products spell it', async () => {
    const index = await named(['Tür', 'Türkranz', 'O’Neill jacket'])
    expect(index.suggest('tü').words.map(([word]) => word)).toEqual(['tür', 'türkranz'])
    expect(index.suggest('tu').words.map(([word]) => word)).toEqual(['tür', 'türkranz'])
    expect(index.suggest('onei').words).toEqual([["o'neill", 1]])
  })

  test('a part of a word with an apostrophe is enough', async () => {
    const index = await named(["O'Neill", "L'huile d'olive", 'Neill'])
    expect(find(index, 'neill')).toEqual([0, 2])
    expect(find(index, 'huile olive')).toEqual([1])
    expect(find(await named(['Rock and roll', "Rock'n'Roll"]), "rock'n'roll")).toEqual([1])
    expect(find(await named(['O. Neill']), "o'neill"), 'where no product joins them').toEqual([0])
  })
})

describe('SKUs and models with signs', () => {
  const sku = (sku: string) => [{ sku, options: {}, price: 1000, stock: 1 }]
  const products = [
    { name: 'NOR 0707 60 poster', popularity: 9 },
    { name: 'Boots', variants: sku('NOR.0707-60') },
    { name: 'Cable 42 315', popularity: 9 },
    { name: 'Sock', variants: sku('42-315') },
    { name: 'Pump 80-120' },
    { name: 'Drill XR.4520/B' },
    { name: 'Kettle 1.5 l' },
  ]
  const first = (index: SearchIndex, text: string) => Number.parseInt(index.search({ text }).hits[0]?.id ?? 'f', 16)

  test.each([
    'NOR.0707-60',
    'nor.0707-60',
    'nor070760',
    'NOR 0707-60',
    'nor 0707 60',
    'NOR.0707‑60',
    'NOR\u00a00707–60',
  ])('%j is the SKU, first of all', async (text) => {
    const index = await indexOf(products)
    expect(first(index, text)).toBe(1)
    expect(first(index, `${text} `)).toBe(1)
    index.compact()
    expect(first(index, text)).toBe(1)
  })

  test('a SKU of digits alone, and beside other words', async () => {
    const index = await indexOf(products)
    for (const text of ['42-315', '42 315', '42315', '42‑315']) expect(first(index, text), text).toBe(3)
    expect(find(index, 'sock 42 315')).toEqual([3])
  })

  test('a SKU that is gone joins no words any more', async () => {
    const index = await indexOf(products)
    index.remove(idOf(1))
    expect(find(index, 'nor 0707 60')).toEqual([0])
  })

  test.each(['80-120', '80‑120', '80120', '80 120'])('%j is a model', async (text) => {
    expect(find(await indexOf(products), text)).toEqual([4])
  })

  test.each(['XR.4520/B', 'xr4520b', 'xr.4520-b', 'XR 4520 B'])('%j is the model with other signs', async (text) => {
    expect(find(await indexOf(products), text)).toEqual([5])
  })

  test('a number with a decimal point is no model', async () => {
    expect(find(await indexOf(products), '15 ')).toEqual([])
  })
})

describe('scripts without blanks between words', () => {
  test.each([
    ['防水ジャケット', 'ジャケット', '防水', 'ｼﾞｬｹｯﾄ', '防水ジャケ', 'ジャケット 防水'],
    ['เสื้อกันฝน', 'กันฝน', 'เสื้อ', 'เสื้อกันฝน'],
    ['男士防水雨衣', '雨衣', '防水', '防水雨衣'],
    ['ເສື້ອກັນຝົນ', 'ເສື້ອກັນຝົນ'],
  ])('%s is found by its words', async (name, ...texts) => {
    const index = await named([name, 'Lamp', '電気スタンド', 'โคมไฟ'])
    for (const text of texts) expect(find(index, text), text).toEqual([0])
  })

  test('vowel signs tell words apart where they are letters', async () => {
    expect(find(await named(['เสื้อ', 'เสือ']), 'เสื้อ ')).toEqual([0])
    expect(find(await named(['ガム', 'カム']), 'ガム ')).toEqual([0])
  })

  test('a name in two scripts is found by both', async () => {
    const index = await named(['防水JACKET Lサイズ'])
    for (const text of ['jacket', '防水', 'サイズ']) expect(find(index, text), text).toEqual([0])
  })
})
