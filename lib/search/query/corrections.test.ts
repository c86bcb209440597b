import { expect, test } from 'vitest'
import { SearchIndex } from '../search-index'
import { aProduct, idOf } from '../testing/products'

const named = (...names: string[]) => SearchIndex.of(names.map((name, n) => aProduct({ id: idOf(n), name })))

test('a text that finds nothing is corrected by letters, spaces or dropping a word', async () => {
  const index = await named('Running shoes', 'Red lamp', 'Blue lamp', 'Café table')
  expect(index.corrections('lemmp ')).toEqual([['lamp', 2]])
  expect(index.corrections('caf tabel ')).toEqual([['café table', 1]])
  expect(index.corrections('runningshoes')).toEqual([['running shoes', 1]])
  expect(index.corrections('run ning shoes ')).toEqual([['running shoes', 1]])
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

test('an inflection is not a correction', async () => {
  const index = await named('Banana', 'Laptop', 'Laptops')
  expect(index.corrections('banana laptop').map(([text]) => text)).toEqual(['laptop', 'banana'])
})

test('a text that finds something, or has no words, has no corrections', async () => {
  const index = await named('Red lamp')
  for (const text of ['lamp', 'lapm', '', '👟', 'zzzzzzzz']) expect(index.corrections(text), text).toEqual([])
})
