import type { Leaf } from '@/prisma/seed-data/catalog/leaf'
import { between, chance, choice, flag, list, number, someOf } from '@/prisma/seed-data/catalog/specs'
import { HOME_WORDS } from '@/prisma/seed-data/catalog/words'
import { FURNITURE_CLOSE } from './shared'

export const beds: Leaf = {
  path: 'home/furniture/beds',
  name: 'Beds',
  about: 'A third of your life; we took our time.',
  tint: 'sky',
  taxClass: 'standard',
  image: 'bed',
  code: 'BED',
  share: 20,
  words: HOME_WORDS,
  specs: [
    choice('wood', 'Wood', 'Frame', ['Beech', 'Oak', 'Ash', 'Pine']),
    number('height', 'Height', 'cm', 'Size', between(38, 52)),
    number('carries', 'Carries', 'kg', 'Frame', between(180, 320, 10)),
    choice('slats', 'Slats', 'Frame', ['Fixed', 'Sprung', 'Adjustable']),
    flag('drawers', 'Drawers underneath', 'Frame', chance(0.4)),
    flag('mattress', 'Mattress included', 'Box', chance(0.5)),
    number('weight', 'Weight', 'kg', 'Size', between(38, 96), true),
    list(
      'parts',
      'Comes with',
      'Box',
      ['Slats', 'Headboard', 'Blanket', 'Tools'],
      someOf(2, 4, 'Slats', 'Headboard', 'Blanket', 'Tools'),
    ),
  ],
  options: {
    bedSize: {
      label: 'Size',
      values: ['90 × 200', '140 × 200', '160 × 200', '180 × 200'],
      take: [2, 3],
      add: [0, 130, 210, 290],
    },
  },
  colourTake: [1, 1],
  facts: [
    '{wood}, {height} high, so you sit before you lie.',
    'It carries {carries} and does not tell anyone.',
    '[slats=Sprung] The slats give where shoulders are.',
    '[slats=Adjustable] Slats that can be set softer, row by row.',
    '[drawers] Two drawers underneath take the winter.',
    '[mattress] The mattress is in it. You need only come.',
    '[!mattress] The mattress is yours to choose.',
    'In the parcel: {~parts}.',
  ],
  close: FURNITURE_CLOSE,
  lines: [
    {
      noun: 'bed',
      motif: 'bed',
      brands: ['Gable', 'Tenon'],
      names: ['{word} bed', '{~wood} {word} bed'],
      price: [289, 890],
      taglines: [
        '{wood}, {height} high, silent.',
        'It does not creak. We checked, thoroughly.',
        '[drawers] With drawers for the winter.',
      ],
      open: [
        'A bed that does not creak, because nothing in it rubs.',
        'A plain bed: four legs, one head, made up in blue, red or green.',
        'Two people carry it in, one hour puts it up, and that is the last of it.',
      ],
    },
  ],
}
