import { between, chance, choice, type Draw, flag, number, oneOf, text } from '@/prisma/seed-data/catalog/specs'
export const FIRST = [
  'Alma',
  'Bela',
  'Carlo',
  'Dorit',
  'Edda',
  'Frans',
  'Gesa',
  'Henk',
  'Ines',
  'Jorin',
  'Karin',
  'Leo',
  'Mascha',
  'Nils',
  'Olga',
  'Piet',
  'Rosa',
  'Sven',
  'Tilda',
  'Ulla',
]

export const LAST = [
  'Ahrens',
  'Bruyn',
  'Castell',
  'Dahl',
  'Eckhout',
  'Fabri',
  'Grasse',
  'Hollander',
  'Imhof',
  'Jansma',
  'Kestner',
  'Lindqvist',
  'Marten',
  'Noordhoek',
  'Oster',
  'Palmgren',
  'Quast',
  'Roth',
  'Sand',
  'Teuber',
]

export const author: Draw = (rng) => `${rng.pick(FIRST)} ${rng.pick(LAST)}`

export const BINDING = {
  binding: { label: 'Binding', values: ['Paperback', 'Hardcover'], take: [1, 2] as const, times: [1, 1.7] },
}

export const CLOSE = [
  'Set in a type you will not notice. That is the compliment.',
  'Sewn, so it lies open at breakfast.',
  'First sentence on request, by post.',
  'Printed in Memmingen, on paper with a little tooth.',
]

export const bookSpecs = () => [
  text('author', 'Author', 'Book', author),
  number('pages', 'Pages', '', 'Book', between(128, 620, 4)),
  number('year', 'Published', '', 'Book', (rng) => 2008 + Math.floor(18 * rng.next() ** 0.6), true),
  choice(
    'language',
    'Language',
    'Book',
    ['English', 'German', 'Dutch'],
    oneOf('English', 'English', 'English', 'German', 'Dutch'),
  ),
  flag('illustrated', 'Illustrated', 'Book', chance(0.2)),
  flag('ribbon', 'Ribbon', 'Book', chance(0.4)),
]

export const BOOK_FACTS = [
  '[pages>450] {pages} pages. Take the week off.',
  '[pages<190] {pages} pages, or one long train journey.',
  '[pages>189] [pages<451] {pages} pages, in {language}.',
  'Written by {author}, who would rather not be interviewed.',
  '{author} took a while, and it was worth the wait.',
  '[illustrated] With drawings, in ink.',
  '[ribbon] With a ribbon, so you need not fold corners.',
]
