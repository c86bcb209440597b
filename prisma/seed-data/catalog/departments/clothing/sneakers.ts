import type { Leaf } from '@/prisma/seed-data/catalog/leaf'
import { between, chance, choice, flag, list, number, numbers, someOf } from '@/prisma/seed-data/catalog/specs'
import { SPORT_WORDS } from '@/prisma/seed-data/catalog/words'
import { byShoeSize, SHOE_CLOSE } from './shared'

export const sneakers: Leaf = {
  path: 'clothing/shoes/sneakers',
  name: 'Sneakers',
  about: 'For running, and for running late.',
  tint: 'mint',
  taxClass: 'standard',
  image: 'runner',
  code: 'SNK',
  share: 42,
  words: SPORT_WORDS,
  specs: [
    choice('surface', 'Made for', 'Use', ['Road', 'Trail', 'Track', 'Pavement']),
    numbers('drop', 'Heel drop', 'mm', 'Sole', [0, 4, 6, 8, 10]),
    number('grams', 'Weight', 'g', 'Upper', between(180, 340, 2)),
    choice('upper', 'Upper', 'Upper', ['Knit', 'Mesh', 'Recycled polyester']),
    number('cushioning', 'Cushioning', 'mm', 'Sole', between(14, 38)),
    flag('waterproof', 'Waterproof', 'Upper', chance(0.25)),
    flag('vegan', 'Vegan', 'Upper', chance(0.7)),
    list('widths', 'Widths', 'Fit', ['Narrow', 'Normal', 'Wide'], someOf(1, 3, 'Narrow', 'Normal', 'Wide')),
  ],
  options: byShoeSize,
  colourTake: [1, 2],
  facts: [
    '{grams} in EU 42, with laces.',
    '{drop} from heel to toe.',
    '[drop<5] With {drop} of drop your calves will notice in the first week. Start slowly.',
    '[cushioning>30] {cushioning} of foam under the heel: long runs end softer.',
    '[cushioning<20] {cushioning} of foam, so you feel the road, and it you.',
    '[waterproof] Waterproof up to the laces.',
    '[surface=Trail] Lugs of 5 mm hold on wet roots.',
    '[surface=Pavement] Made for pavement and buses; it has nothing to prove in the woods.',
    '[vegan] No part of them was an animal.',
    '[upper=Knit] The upper is knitted in one piece, without a seam to rub.',
  ],
  close: SHOE_CLOSE,
  lines: [
    {
      noun: 'runner',
      motif: 'runner',
      brands: ['Strand', 'Cairn', 'Varg', 'Lob'],
      names: ['{word} runner', '{word} {~surface} runner'],
      price: [69, 179],
      taglines: [
        '{drop} drop, {grams}.',
        'For {~surface}, rain permitting.',
        '[cushioning>28] Soft under, firm around.',
        'Quick on, quick off, quick.',
      ],
      open: [
        'A running shoe that does not correct you.',
        'We ran in them for 600 kilometres and then went to the bakery.',
        'Light, straight, laced with four holes more than you need.',
      ],
      pins: [
        {
          name: 'Slope runner',
          brand: 'Strand',
          price: 119,
          colour: 'lilac',
          tagline: '8 mm drop, 244 g, EU 36 to 47.',
          specs: { drop: 8, grams: 244 },
        },
      ],
    },
  ],
}
