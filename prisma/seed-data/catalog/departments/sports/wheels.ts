import type { Leaf } from '@/prisma/seed-data/catalog/leaf'
import { between, chance, choice, flag, list, none, number, numbers, someOf } from '@/prisma/seed-data/catalog/specs'
import { SPORT_WORDS } from '@/prisma/seed-data/catalog/words'
import { CLOSE } from './shared'

export const wheels: Leaf = {
  path: 'sports/boards-skates',
  name: 'Boards and skates',
  about: 'Eight wheels or four.',
  tint: 'butter',
  taxClass: 'standard',
  image: 'skateboard',
  imageColour: 'teal',
  code: 'BRD',
  share: 26,
  words: SPORT_WORDS,
  specs: [
    choice('deck', 'Deck', 'Body', ['Maple', 'Bamboo', 'Nylon']),
    number('deckWidth', 'Width', 'in', 'Body', between(7.5, 8.75, 0.25)),
    numbers('wheelSize', 'Wheels', 'mm', 'Wheels', [52, 54, 58, 62, 65]),
    numbers('wheelHardness', 'Hardness', 'A', 'Wheels', [78, 85, 92, 99]),
    number('weight', 'Weight', 'kg', 'Body', between(1.6, 3.2, 0.1)),
    flag('brake', 'Brake', 'Wheels', chance(0.5)),
    list('places', 'Made for', 'Use', ['Street', 'Park', 'Hall', 'Hills'], someOf(1, 2, 'Street', 'Park', 'Hall')),
  ],
  colourTake: [1, 3],
  facts: [
    '{weight}, wheels of {wheelSize}.',
    '[wheelHardness<80] Soft wheels, at {wheelHardness}: quiet on bad roads.',
    '[wheelHardness>95] Hard wheels, at {wheelHardness}: quick on smooth ground, loud on the rest.',
    '[deck=Maple] Seven layers of maple, pressed cold.',
    '[deck=Bamboo] Bamboo, which flexes, and forgives.',
    '[brake] With a brake. Use it before the hill.',
    'Made for {~places}.',
  ],
  close: CLOSE,
  lines: [
    {
      noun: 'skateboard',
      motif: 'skateboard',
      brands: ['Kurbel', 'Lob'],
      names: ['{word} skateboard', '{word} board'],
      price: [49, 169],
      specs: { deck: ['Maple', 'Bamboo'], brake: false },
      taglines: ['{deck}, {deckWidth}, no lessons included.', 'It rolls further than you think.'],
      open: ['A board set up and ready, with trucks that turn.', 'Ride it flat for a week, then try the kerb.'],
      share: 3,
    },
    {
      noun: 'roller skates',
      motif: 'rollerSkate',
      brands: ['Kurbel', 'Strand'],
      names: ['{word} roller skates'],
      price: [69, 179],
      specs: { deck: 'Nylon', deckWidth: none },
      options: {
        shoeSize: {
          label: 'Size',
          fits: true,
          values: ['EU 36', 'EU 37', 'EU 38', 'EU 39', 'EU 40', 'EU 41', 'EU 42'],
          take: [3, 5],
        },
      },
      colourTake: [1, 1],
      taglines: ['Eight wheels and a tune.', 'Laced high, rolling low.'],
      open: ['Roller skates with a high ankle, for discos and for sea fronts.'],
      share: 2,
    },
  ],
}
