import type { Leaf } from '@/prisma/seed-data/catalog/leaf'
import {
  between,
  by,
  chance,
  choice,
  flag,
  list,
  number,
  numbers,
  oneOf,
  someOf,
} from '@/prisma/seed-data/catalog/specs'
import { TECH_WORDS } from '@/prisma/seed-data/catalog/words'

export const phones: Leaf = {
  path: 'electronics/phones',
  name: 'Phones',
  about: 'They ring, they photograph, they last until evening. We checked all three.',
  tint: 'lilac',
  taxClass: 'standard',
  image: 'phone',
  code: 'PHN',
  share: 42,
  words: TECH_WORDS,
  specs: [
    numbers('display', 'Screen', '″', 'Screen', [5.4, 6.1, 6.4, 6.7]),
    numbers('refresh', 'Refresh rate', 'Hz', 'Screen', [60, 90, 120]),
    number(
      'grams',
      'Weight',
      'g',
      'Body',
      by(
        'display',
        { '5.4': between(138, 160), '6.1': between(160, 184), '6.4': between(174, 198) },
        between(190, 226),
      ),
    ),
    choice('protection', 'Water', 'Body', ['IP54', 'IP67', 'IP68']),
    numbers('memory', 'Memory', 'GB', 'Inside', [6, 8, 12, 16]),
    number('battery', 'Battery', 'h', 'Inside', between(15, 34)),
    number('cameraPixels', 'Camera', 'MP', 'Camera', oneOf(12, 24, 48, 50, 64)),
    list(
      'networks',
      'Networks',
      'Inside',
      ['4G', '5G', 'Wi-Fi 6', 'Wi-Fi 7', 'NFC'],
      someOf(3, 4, '4G', '5G', 'Wi-Fi 6', 'NFC'),
    ),
    flag('replaceableBattery', 'Battery can be changed', 'Body', chance(0.35)),
  ],
  options: {
    storage: {
      label: 'Storage',
      values: ['64 GB', '128 GB', '256 GB', '512 GB'],
      take: [1, 2],
      add: [0, 60, 140, 260],
    },
  },
  colourTake: [1, 3],
  worth: ({ memory, refresh }) => [6, 8, 12, 16].indexOf(Number(memory)) * 0.25 + (refresh === 120 ? 0.25 : 0),
  facts: [
    'The screen is {display} across and the whole thing weighs {grams}.',
    '[grams<170] Small enough for one thumb and a shirt pocket.',
    '[battery>26] {battery} of video on one charge; most people charge it every other night.',
    '[battery<20] {battery} of video on one charge, so it wants a socket each night.',
    '[replaceableBattery] The battery comes out with a coin. A new one costs €29 and will for seven years.',
    '[protection=IP68] It may fall into the sink, and stay there for half an hour.',
    '[protection=IP54] Rain is fine. The pool is not.',
    'The camera has {cameraPixels}, and a lens that is wiped more often than it is changed.',
    '{memory} of memory keep the map open while you answer the telephone.',
  ],
  close: [
    'Seven years of updates, in writing.',
    'No charger in the box, because you have four. A cable is.',
    'Ours comes without apps that you did not ask for.',
  ],
  lines: [
    {
      noun: 'phone',
      motif: 'phone',
      brands: ['Pica', 'Norrsken', 'Umber', 'Fathom', 'Vesper'],
      names: ['{brand} {word} phone', '{word} phone', '{brand} {word}'],
      price: [199, 949],
      taglines: [
        '{display}, {grams}, and {battery} on a charge.',
        'A telephone first. The rest is good, too.',
        '[replaceableBattery] The one whose battery you can change.',
        '{cameraPixels} behind, {memory} inside, nothing in the way.',
      ],
      open: [
        'A phone ought to be boring in all the right places.',
        'It does what the dear ones do, a tenth of a second later.',
        'We dropped it, rained on it and lent it to a teenager. Then we ordered it.',
      ],
      pins: [
        {
          name: 'Umber Brick',
          brand: 'Umber',
          price: 389,
          colour: 'moss',
          tagline: 'It falls well.',
          specs: { protection: 'IP68', replaceableBattery: true },
        },
      ],
    },
  ],
}
