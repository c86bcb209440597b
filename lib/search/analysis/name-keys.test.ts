import { expect, it } from 'vitest'
import { nameKeys } from './name-keys'

it.each([
  ['en', 'Sofas and Chairs', 'sofa chair'],
  ['en', "Children's", 'childrens'],
  ['en', 'lamp\ufe0f', 'la\u00admp'],
  ['de', 'Häuser', 'Haus'],
  ['fr', 'Chaussures', 'chaussure'],
] as const)('in %s, %j is called as %j', async (language, name, other) => {
  const { keyOf } = await nameKeys(language)
  expect(keyOf(name)).toBe(keyOf(other))
})

it('a text is reduced to stemmed words, and to nothing without words', async () => {
  const { keyOf, wordsOf } = await nameKeys('en')
  expect([keyOf('👟'), wordsOf('Tea and mugs')]).toEqual(['', ['tea', 'and', 'mug']])
})
