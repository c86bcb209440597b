import type { Leaf } from '@/prisma/seed-data/catalog/leaf'
import { between, chance, choice, flag, list, number, numbers, someOf } from '@/prisma/seed-data/catalog/specs'
import { TECH_WORDS } from '@/prisma/seed-data/catalog/words'

export const headphones: Leaf = {
  path: 'electronics/audio/headphones',
  name: 'Headphones',
  about: 'For trains, for kitchens, for other people’s music.',
  tint: 'mint',
  taxClass: 'standard',
  image: 'headphones',
  imageColour: 'graphite',
  code: 'HPH',
  share: 38,
  words: TECH_WORDS,
  specs: [
    choice('form', 'Form', 'Body', ['Over-ear', 'On-ear']),
    flag('noiseCancelling', 'Noise cancelling', 'Sound', chance(0.6)),
    number('battery', 'Battery', 'h', 'Inside', between(18, 70)),
    number('grams', 'Weight', 'g', 'Body', between(158, 340, 2)),
    list(
      'connection',
      'Connection',
      'Inside',
      ['Bluetooth', 'Cable', 'USB-C'],
      someOf(1, 3, 'Bluetooth', 'Cable', 'USB-C'),
    ),
    numbers('driver', 'Driver', 'mm', 'Sound', [30, 40, 50]),
    choice('cushions', 'Cushions', 'Body', ['Velour', 'Leather', 'Protein leather']),
    flag('foldable', 'Folds', 'Body', chance(0.5)),
  ],
  colourTake: [1, 3],
  worth: ({ noiseCancelling, driver }) => (noiseCancelling ? 0.5 : 0) + (Number(driver) - 30) * 0.02,
  facts: [
    'They weigh {grams} and press less than they look.',
    '[noiseCancelling] Noise cancelling takes away the engine and leaves the announcement.',
    '[!noiseCancelling] No noise cancelling: just cushions that close well.',
    '[battery>45] {battery} on one charge is a week of commuting.',
    '[battery<28] {battery} on one charge, and ten minutes at the socket give three more.',
    'Drivers of {driver}, tuned flat, with a little left for the bass.',
    '[cushions=Velour] The cushions are velour and wash at 30 degrees.',
    '[cushions=Leather] The cushions are leather and get better.',
    '[foldable] They fold to the size of a sandwich.',
    'They connect by {connection}.',
  ],
  close: [
    'Cushions and cable can be bought singly, for as long as we can see ahead.',
    'In the box: the headphones, a bag, a cable, silence.',
    'The button is a button. You do not stroke it.',
  ],
  lines: [
    {
      noun: 'headphones',
      motif: 'headphones',
      brands: ['Pica', 'Ostend Radio', 'Vesper', 'Norrsken', 'Halden'],
      names: ['{word} headphones', '{brand} {word} headphones'],
      price: [49, 389],
      taglines: [
        '{form}, {battery}, {grams}.',
        '[noiseCancelling] They take the train out of the train.',
        'For whole albums, on whole journeys.',
      ],
      open: [
        'Headphones that you forget you are wearing, which is awkward at the till.',
        'They sound like a good room.',
        'We listened to a cello, a podcast and a building site. They did well by all three.',
      ],
      pins: [
        {
          name: 'Orrery headphones',
          brand: 'Pica',
          price: 189,
          sale: 149,
          colour: 'graphite',
          tagline: 'Over-ear, 38 h, 254 g.',
          specs: { form: 'Over-ear', battery: 38, grams: 254, noiseCancelling: true },
        },
      ],
    },
  ],
}
