import type { Leaf } from '@/prisma/seed-data/catalog/leaf'
import { between, chance, choice, flag, list, none, number, numbers, someOf } from '@/prisma/seed-data/catalog/specs'
import { CLOTHES_WORDS } from '@/prisma/seed-data/catalog/words'

export const sunRain: Leaf = {
  path: 'clothing/accessories/sun-rain',
  name: 'Sunglasses and umbrellas',
  about: 'Take both. It is April somewhere.',
  tint: 'sky',
  taxClass: 'standard',
  image: 'umbrella',
  code: 'SUN',
  share: 26,
  words: CLOTHES_WORDS,
  specs: [
    choice('frameMaterial', 'Frame', 'Body', ['Acetate', 'Steel', 'Wood', 'Fibreglass']),
    number('grams', 'Weight', 'g', 'Body', between(18, 40)),
    numbers('uvLimit', 'Sun protection', 'UV', 'Use', [380, 400]),
    number('diameter', 'Diameter', 'cm', 'Body', between(90, 120, 2)),
    flag('polarised', 'Polarised', 'Use', chance(0.5)),
    flag('windproof', 'Turns back by itself', 'Use', chance(0.6)),
    list('includes', 'Comes with', 'Box', ['Hard case', 'Cloth', 'Cover'], someOf(1, 2, 'Hard case', 'Cloth')),
  ],
  colourTake: [1, 3],
  facts: [
    '{frameMaterial}, {grams}.',
    '[polarised] Polarised, so you can see into the lake.',
    '[uvLimit=400] Everything below 400 nm stays out.',
    '[diameter>104] {diameter} across: room for one and a rucksack, or for two who like each other.',
    '[windproof] When the wind turns it inside out it turns back, once you press the button.',
    'It comes with {~includes}.',
  ],
  close: [
    'Screws, ribs and hinges can be had singly.',
    'The cheapest insurance against weather we know.',
    'Leave it on a train and you will at least have had a good one.',
  ],
  lines: [
    {
      noun: 'sunglasses',
      motif: 'sunglasses',
      brands: ['Mirabel', 'Strand'],
      names: ['{word} sunglasses'],
      price: [39, 159],
      specs: { frameMaterial: ['Acetate', 'Steel'], diameter: none, windproof: none },
      taglines: ['{frameMaterial}, {grams}.', '[polarised] They take the glare off the lake.'],
      open: [
        'Sunglasses with hinges that we have opened ten thousand times.',
        'Round enough for most faces and square enough for the others.',
      ],
      share: 3,
    },
    {
      noun: 'reading glasses',
      motif: 'glasses',
      brands: ['Mirabel', 'Quill & Thread'],
      names: ['{word} reading glasses'],
      price: [24, 89],
      specs: { frameMaterial: ['Acetate', 'Wood'], diameter: none, windproof: none, uvLimit: none, polarised: none },
      colourTake: null,
      options: {
        dioptres: { label: 'Strength', fits: true, values: ['+1.0', '+1.5', '+2.0', '+2.5', '+3.0'], take: [3, 5] },
      },
      taglines: ['For the small print.', '{grams} on the nose.'],
      open: [
        'One pair for the desk, one for the bed, one for wherever the others are.',
        'For arms that have grown too short.',
      ],
      share: 2,
    },
    {
      noun: 'umbrella',
      motif: 'umbrella',
      brands: ['Varg', 'Osier', 'Tallow & Sons'],
      names: ['{word} umbrella'],
      price: [29, 99],
      specs: {
        frameMaterial: ['Steel', 'Fibreglass', 'Wood'],
        grams: between(420, 720, 10),
        uvLimit: none,
        polarised: none,
        includes: () => ['Cover'],
      },
      taglines: ['{diameter} of dry.', '[windproof] It turns back by itself.'],
      open: [
        'An umbrella with eight ribs and a handle worth holding.',
        'Opens with one hand, drips on nobody, dries by the door.',
      ],
      share: 3,
    },
  ],
}
