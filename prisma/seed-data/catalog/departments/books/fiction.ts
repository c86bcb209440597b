import type { Leaf } from '@/prisma/seed-data/catalog/leaf'
import { between, choice, list, number, someOf } from '@/prisma/seed-data/catalog/specs'
import { TITLES } from '@/prisma/seed-data/catalog/titles'
import { BINDING, BOOK_FACTS, bookSpecs, CLOSE } from './shared'

export const fiction: Leaf = {
  path: 'books/fiction',
  name: 'Fiction',
  about: 'Nothing in here happened.',
  tint: 'lilac',
  taxClass: 'reduced',
  image: 'bookRed',
  code: 'FIC',
  share: 44,
  words: [],
  specs: [
    choice('genre', 'Genre', 'Book', ['Novel', 'Crime', 'Science fiction', 'Stories']),
    ...bookSpecs(),
    list(
      'moods',
      'Mood',
      'Reading',
      ['Quiet', 'Funny', 'Dark', 'Warm', 'Strange'],
      someOf(1, 2, 'Quiet', 'Funny', 'Dark', 'Warm', 'Strange'),
    ),
    number('readingHours', 'Reading time', 'h', 'Reading', (_, { pages }) => Math.round(Number(pages) / 42)),
  ],
  options: BINDING,
  colourTake: null,
  facts: [...BOOK_FACTS, '[readingHours<5] Read it in one evening; we did.', 'It is {~moods}, and knows when to stop.'],
  close: CLOSE,
  lines: [
    {
      noun: null,
      motif: ['bookRed', 'bookGreen', 'bookBlue', 'bookOrange'],
      brands: ['Lamplight Press', 'Harbour House', 'Kettle Books', 'Small Print'],
      names: ['{word}'],
      words: TITLES.novels,
      price: [10, 16],
      specs: { genre: 'Novel' },
      taglines: [
        'A novel by {author}.',
        '{author} writes about people who do not ring back.',
        'A family, a house, a mistake.',
      ],
      open: [
        'A novel in which very little happens, irresistibly.',
        'Someone comes home, and the house has noticed.',
        'It begins with a letter and ends with another.',
      ],
      share: 4,
    },
    {
      noun: null,
      motif: ['bookRed', 'bookBlue'],
      brands: ['Harbour House', 'Lamplight Press'],
      names: ['{word}'],
      words: TITLES.crime,
      price: [10, 15],
      specs: { genre: 'Crime' },
      taglines: ['A case for Inspector Quast. By {author}.', 'Somebody knew. By {author}.'],
      open: [
        'A body, a harbour, an inspector with a cold.',
        'Nobody saw anything, and they all describe it differently.',
      ],
      share: 3,
    },
    {
      noun: null,
      motif: ['bookBlue', 'bookGreen'],
      brands: ['Small Print', 'Harbour House'],
      names: ['{word}'],
      words: TITLES.scienceFiction,
      price: [11, 16],
      specs: { genre: 'Science fiction' },
      taglines: ['Far away, and about us. By {author}.', 'What if it worked? By {author}.'],
      open: [
        'A ship, a long way out, and a quarrel about the kettle.',
        'The future arrives, and it is short of parts.',
      ],
      share: 2,
    },
    {
      noun: null,
      motif: ['bookOrange', 'bookGreen'],
      brands: ['Kettle Books', 'Small Print'],
      names: ['{word}'],
      words: TITLES.stories,
      price: [10, 15],
      specs: { genre: 'Stories', pages: between(96, 240, 4) },
      taglines: ['Eleven stories by {author}.', 'Short, and then some. By {author}.'],
      open: [
        'Eleven stories, each with a door left open.',
        'Stories to be read in queues, and finished on the stairs.',
      ],
      share: 2,
    },
  ],
}
