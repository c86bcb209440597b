import type { Leaf } from '@/prisma/seed-data/catalog/leaf'
import { between, by, chance, choice, flag, list, number, numbers, someOf } from '@/prisma/seed-data/catalog/specs'
import { ROAD_WORDS } from '@/prisma/seed-data/catalog/words'

export const bicycles: Leaf = {
  path: 'vehicles/bicycles',
  name: 'Bicycles',
  about: 'The quickest way to the bakery.',
  tint: 'mint',
  taxClass: 'standard',
  image: 'bicycle',
  code: 'BIC',
  share: 34,
  words: ROAD_WORDS,
  specs: [
    choice('frameMaterial', 'Frame', 'Frame', ['Steel', 'Aluminium', 'Titanium']),
    numbers('gears', 'Gears', '', 'Drive', [1, 3, 7, 8, 11]),
    choice(
      'brakes',
      'Brakes',
      'Drive',
      ['Coaster', 'Rim', 'Disc'],
      by('gears', { 1: ['Coaster', 'Rim'], 3: ['Coaster', 'Rim'], 7: ['Coaster', 'Rim', 'Disc'] }, ['Rim', 'Disc']),
    ),
    numbers('wheelInches', 'Wheels', '″', 'Wheels', [20, 24, 26, 28]),
    number('weight', 'Weight', 'kg', 'Frame', between(9.4, 18.8, 0.1)),
    flag('belt', 'Belt instead of chain', 'Drive', chance(0.3)),
    list(
      'equipment',
      'Equipment',
      'Box',
      ['Lights', 'Mudguards', 'Rack', 'Bell', 'Stand'],
      someOf(2, 5, 'Lights', 'Mudguards', 'Rack', 'Bell', 'Stand'),
    ),
    number('carries', 'Carries', 'kg', 'Frame', between(110, 160, 5)),
  ],
  options: { frameSize: { label: 'Frame', fits: true, values: ['48 cm', '52 cm', '56 cm', '60 cm'], take: [2, 4] } },
  colourTake: [1, 2],
  worth: ({ frameMaterial, gears, belt }) =>
    (frameMaterial === 'Titanium' ? 0.6 : frameMaterial === 'Aluminium' ? 0.2 : 0.1) +
    Number(gears) * 0.025 +
    (belt ? 0.15 : 0),
  facts: [
    '{frameMaterial} frame, {weight} with everything on it.',
    '[gears=1] One gear. You will be surprised how often that is enough.',
    '[gears>7] {gears} gears, for hills and headwinds.',
    '[belt] A belt instead of a chain: no oil, no trouser clips.',
    '[brakes=Disc] Disc brakes, which do not care about rain.',
    '[brakes=Coaster] You brake by pedalling backwards, as your grandmother did.',
    'On it: {~equipment}.',
    '[weight>16] At {weight} it is not for stairs.',
    '[weight<11] At {weight} you can carry it under one arm.',
  ],
  close: [
    'It arrives in a large box: handlebars, pedals, ten minutes.',
    'First service free, after 300 km or three months.',
    'The frame number is in your order, for the police.',
    'Guaranteed for ten years, rust excepted, neglect included.',
  ],
  lines: [
    {
      noun: 'bicycle',
      motif: 'bicycle',
      brands: ['Velder', 'Spoke', 'Kurbel'],
      names: ['{word} bicycle', '[gears>2] {word} {#gears} bicycle', '{word} city bicycle'],
      price: [379, 1890],
      pins: [
        {
          name: 'Polder bicycle',
          brand: 'Velder',
          price: 749,
          colour: 'moss',
          tagline: 'Three gears, upright, no hurry.',
          specs: { gears: 3, frameMaterial: 'Steel', brakes: 'Coaster', belt: false },
        },
      ],
      taglines: [
        '{gears} gears, {weight}.',
        'Upright, comfortable, quick enough.',
        '[belt] Belt drive, clean trousers.',
        'For errands, with dignity.',
      ],
      open: [
        'A bicycle for every day, which is the hardest kind to build.',
        'You sit upright, see over cars and arrive unruffled.',
        'Leather saddle, cork grips, nothing that rattles.',
      ],
    },
  ],
}
