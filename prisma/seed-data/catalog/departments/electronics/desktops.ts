import type { Leaf } from '@/prisma/seed-data/catalog/leaf'
import { between, chance, choice, flag, list, number, numbers, someOf, text } from '@/prisma/seed-data/catalog/specs'
import { TECH_WORDS } from '@/prisma/seed-data/catalog/words'
import { CLOSE } from './shared'

export const desktops: Leaf = {
  path: 'electronics/desktops',
  name: 'Desktops',
  about: 'They stay where they are. It keeps them cool.',
  tint: 'lilac',
  taxClass: 'standard',
  image: 'desktop',
  code: 'DSK',
  share: 24,
  words: TECH_WORDS,
  specs: [
    numbers('screen', 'Screen', '″', 'Screen', [22, 24, 27, 32]),
    text('resolution', 'Resolution', 'Screen', ['1,920 × 1,080', '2,560 × 1,440', '3,840 × 2,160']),
    flag('heightAdjustable', 'Height adjustable', 'Screen', chance(0.6)),
    choice('processor', 'Processor', 'Inside', ['6 cores', '8 cores', '12 cores', '16 cores']),
    number('powerUse', 'Power at work', 'W', 'Inside', between(38, 140)),
    number('noise', 'Noise under load', 'dB', 'Body', between(18, 40)),
    number('weight', 'Weight', 'kg', 'Body', between(4.2, 9.8, 0.1), true),
    list(
      'ports',
      'Ports',
      'Inside',
      ['USB-C', 'USB-A', 'HDMI', 'DisplayPort', 'Ethernet'],
      someOf(3, 5, 'USB-C', 'USB-A', 'HDMI', 'DisplayPort', 'Ethernet'),
    ),
  ],
  options: {
    ram: { label: 'Memory', values: ['8 GB', '16 GB', '32 GB', '64 GB'], take: [1, 3], add: [0, 120, 320, 640] },
    storage: { label: 'Storage', values: ['512 GB', '1 TB', '2 TB'], take: [1, 2], add: [0, 130, 310] },
  },
  colourTake: [1, 1],
  facts: [
    'Screen, computer and keyboard arrive as one: {screen}, {resolution} points.',
    'Working, it takes {powerUse}; asleep, less than one.',
    '[noise<26] At {noise} you will look twice whether it is on.',
    '[noise>34] Under load the fan is at {noise}; put it under the desk if you can.',
    '[heightAdjustable] The stand goes up and down and stays where you leave it.',
    'Round the back: {ports}.',
    'Memory and disk sit under one lid with two screws.',
  ],
  close: CLOSE,
  lines: [
    {
      noun: 'desktop',
      motif: 'desktop',
      brands: ['Halden', 'Pica', 'Norrsken', 'Vesper'],
      names: ['{brand} {word} {#screen}', '{word} {#screen} desktop', '{brand} Desk {#screen}'],
      price: [649, 1890],
      taglines: [
        '{screen} on the desk and {processor} behind it.',
        'The computer that stays at work when you leave.',
        '{screen}, {powerUse} at work, one cable to the wall.',
      ],
      open: [
        'A whole desk’s worth of computer with a single cable.',
        'For people who like to leave the work where it is done.',
        'A desktop is what a laptop becomes when it is allowed to sit down.',
      ],
      pins: [{ name: 'Pica Desk 24', brand: 'Pica', price: 1449, sale: 1299, colour: 'silver', specs: { screen: 24 } }],
    },
  ],
}
