import { expect, test } from 'vitest'
import { SearchIndex } from '../search-index'
import { aProduct, idOf } from '../testing/products'

const named = (...names: string[]) => SearchIndex.of(names.map((name, n) => aProduct({ id: idOf(n), name })))

test('a text that finds nothing is corrected by letters, spaces or dropping a word', async () => {
  const index = await named('Running shoes', 'Red lamp', 'Blue lamp', 'Café table')
  expect(index.corrections('lapm')).toEqual([['lamp', 2]])
  expect(index.corrections('llammp ')).toEqual([['lamp', 2]])
  expect(index.corrections('lemmp '), 'two letters of five').toEqual([])
  expect(index.corrections('caf tabel ')).toEqual([['café table', 1]])
  expect(index.corrections('runningshoes')).toEqual([['running shoes', 1]])
  expect(index.corrections('red -lapm'), 'a word to exclude').toEqual([])
  expect(index.corrections('green lamp')).toEqual([['lamp', 2]])
  expect(index.corrections('"lamp red"')).toEqual([['lamp red', 1]])
})

test('a known word stays while another is unknown', async () => {
  const index = await named('Red shoes', 'Red shows', 'Nine red shelves', 'Blue lamp')
  expect(index.corrections('red nike shoes')).toEqual([['red shoes', 1]])
  expect(index.corrections('nihe red lamp')).toEqual([])
  index.setSynonyms({ sets: [['couch', 'lamp']], oneWay: [] })
  expect(index.corrections('couch qqxqqz')).toEqual([['couch', 1]])
})

test('a known word changes by one letter at most, and no digit changes', async () => {
  const index = await named('Green shoes', 'Red shoot', 'Lamp XR45', 'Blue horse')
  expect(index.corrections('red shoes').map(([text]) => text)).toEqual(['shoes', 'red'])
  expect(index.corrections('xr44')).toEqual([])
  expect(index.corrections('for qqxqqz')).toEqual([])
})

test('a word with a synonym is a correction, although no product has it', async () => {
  const index = await named('Bluetooth headphones')
  index.setSynonyms({ sets: [], oneWay: [{ from: 'wireless', to: ['bluetooth'] }] })
  expect(index.corrections('wirless headphnes')).toEqual([['wireless headphones', 1]])
})

test('an inflection is not a correction', async () => {
  const index = await named('Banana', 'Laptop', 'Laptops')
  expect(index.corrections('banana laptop').map(([text]) => text)).toEqual(['laptop', 'banana'])
})

test('a text that finds something, or has no words, has no corrections', async () => {
  const index = await named('Red lamp')
  for (const text of ['lamp', '', '👟', 'zzzzzzzz']) expect(index.corrections(text), text).toEqual([])
})
