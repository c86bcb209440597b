import type { Leaf } from '@/prisma/seed-data/catalog/leaf'
import {
  between,
  chance,
  choice,
  flag,
  list,
  number,
  numbers,
  oneOf,
  someOf,
  text,
} from '@/prisma/seed-data/catalog/specs'
import { TITLES } from '@/prisma/seed-data/catalog/titles'
import { author } from './shared'

export const childrensBooks: Leaf = {
  path: 'books/children',
  name: 'Children’s books',
  about: 'To be read again. And again.',
  tint: 'butter',
  taxClass: 'reduced',
  image: 'openBook',
  code: 'KID',
  share: 26,
  words: TITLES.children,
  specs: [
    numbers('age', 'From age', 'years', 'Reading', [2, 4, 6, 8, 10]),
    choice('kind', 'Kind', 'Book', ['Picture book', 'First reader', 'Adventure']),
    text('author', 'Author', 'Book', author),
    number('pages', 'Pages', '', 'Book', between(24, 180, 4)),
    choice('language', 'Language', 'Book', ['English', 'German', 'Dutch'], oneOf('English', 'English', 'German')),
    flag('illustrated', 'Illustrated', 'Book', true),
    list(
      'about',
      'About',
      'Reading',
      ['Animals', 'Friends', 'Night', 'Journeys', 'Food'],
      someOf(1, 2, 'Animals', 'Friends', 'Night', 'Journeys', 'Food'),
    ),
    flag('readAloud', 'Good aloud', 'Reading', chance(0.7)),
  ],
  options: { binding: { label: 'Binding', values: ['Board', 'Hardcover'], take: [1, 2], times: [1, 1.2] } },
  colourTake: null,
  facts: [
    'From age {#age}.',
    '{pages} pages by {author}.',
    'It is about {~about}.',
    '[readAloud] Good aloud: the voices come by themselves.',
    '[kind=Adventure] Chapters short enough for one more.',
    '[kind=Picture book] The pictures know more than the words.',
  ],
  close: [
    'Corners rounded, for throwing.',
    'Printed with colours that may be licked.',
    'You will know it by heart by March.',
  ],
  lines: [
    {
      noun: null,
      motif: ['openBook', 'bookOrange', 'bookGreen', 'bookBlue'],
      brands: ['Kettle Books', 'Small Print'],
      names: ['{word}'],
      price: [9, 18],
      taglines: ['By {author}, for {#age} and up.', 'For bedtime, twice.', 'Someone small does something brave.'],
      open: [
        'A book with one good joke on every page and one sad one in the middle.',
        'A story that ends well, but only just.',
      ],
    },
  ],
}
