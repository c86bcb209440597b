import { expect, test } from 'vitest'
import { english, LANGUAGES, stemOf } from './inflect'

test.each(
  `shirt shirts, battery batteries, dress dresses, box boxes, watch watches, brush brushes, shoe shoes, vase vases, house houses
  glass glasses, tie ties, hoodie hoodies, hoody hoodies, movie movies, cookie cookies, bookshelf bookshelves, scarf scarves
  glove gloves, sleeve sleeves, olive olives, pocketknife pocketknives, wolf wolves, leaf leaves, man men, woman women
  woman womens, child children, potato potatoes, canoe canoes, lens lenses, canvas canvases, cactus cactuses, key keys
  axe axes, quiz quizzes, bus buses, series series, jean jeans`
    .split(/,\s|\n\s*/)
    .map((pair) => pair.split(' ') as [string, string]),
)('in English %j and %j have one stem', (one, other) => {
  expect(english(other)).toBe(english(one))
})

test.each(
  'glass glas, bus bu, organic organizer, 4s 4, shelf shell, lens len, gloves glof'
    .split(', ')
    .map((pair) => pair.split(' ') as [string, string]),
)('in English %j and %j have different stems', (one, other) => {
  expect(english(other)).not.toBe(english(one))
})

test.each(LANGUAGES)('the stemmer of %s leaves models alone', async (language) => {
  const stem = await stemOf(language)
  expect(stem('xr4520s')).toBe('xr4520s')
  expect(stem('tv')).toBe('tv')
})
