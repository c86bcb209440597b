import type { Leaf } from '@/prisma/seed-data/catalog/leaf'
import {
  between,
  chance,
  choice,
  type Draw,
  flag,
  list,
  none,
  number,
  numbers,
  someOf,
} from '@/prisma/seed-data/catalog/specs'
import { TECH_WORDS } from '@/prisma/seed-data/catalog/words'

const unlessCable =
  (draw: Draw): Draw =>
  (rng, specs) =>
    Array.isArray(specs.connection) && specs.connection.join() === 'Cable' ? undefined : draw(rng, specs)

export const keyboardsMice: Leaf = {
  path: 'electronics/keyboards-mice',
  name: 'Keyboards and mice',
  about: 'What your hands do all day deserves a minute’s thought.',
  tint: 'mint',
  taxClass: 'standard',
  image: 'keyboard',
  imageColour: 'moss',
  code: 'KEY',
  share: 34,
  words: TECH_WORDS,
  specs: [
    list(
      'connection',
      'Connection',
      'Inside',
      ['Cable', 'Bluetooth', 'Radio dongle'],
      someOf(1, 3, 'Cable', 'Bluetooth', 'Radio dongle'),
    ),
    number('grams', 'Weight', 'g', 'Body', between(480, 1100, 5)),
    number('noise', 'Noise', 'dB', 'Body', between(28, 56)),
    choice('material', 'Material', 'Body', ['Recycled plastic', 'Aluminium', 'Wood']),
    choice('layout', 'Layout', 'Keys', ['Full size', '80 %', '75 %', '60 %']),
    flag('hotSwap', 'Switches can be changed', 'Keys', chance(0.5)),
    number('battery', 'Battery', 'h', 'Inside', unlessCable(between(40, 400, 10)), true),
    numbers('dpi', 'Resolution', 'dpi', 'Sensor', [1600, 3200, 8000, 16000]),
  ],
  colourTake: [1, 3],
  facts: [
    '[noise<38] {noise} at the ear: the person beside you will not notice.',
    '[noise>46] It is not quiet, at {noise}, and it is not meant to be.',
    'It weighs {grams}.',
    '[hotSwap] The switches pull out, so the sound is yours to choose.',
    'It connects by {~connection}.',
    '[battery>200] A charge lasts {battery} of work. Write down when you last did it; you will forget.',
    '[material=Wood] The frame is beech, oiled. It will darken, and so will we all.',
    '[dpi>3000] The sensor reads {dpi}, more than the hand can.',
  ],
  close: [
    'No software to install. It works, and then you go on working.',
    'The cable, if there is one, comes off.',
    'Feet of rubber, and spare ones in the box.',
  ],
  lines: [
    {
      noun: 'keyboard',
      motif: 'keyboard',
      brands: ['Nock', 'Norrsken', 'Tallow & Sons', 'Pica'],
      names: ['{word} keyboard', '{word} {#layout} keyboard'],
      price: [49, 219],
      specs: { dpi: none },
      taglines: [
        '{layout}, {noise}, and keys with travel.',
        'Made for people who write more than they click.',
        '[hotSwap] Hot-swap, {layout}, {noise}.',
      ],
      open: [
        'A keyboard you notice on the first day and never again.',
        'Typing is most of what computers are for. This is for typing.',
        'Deep keys, a heavy foot, nothing that lights up.',
      ],
      share: 3,
      pins: [
        {
          name: 'Kvadrat 75 keyboard',
          brand: 'Norrsken',
          price: 139,
          colour: 'moss',
          specs: { layout: '75 %', noise: 42, hotSwap: true },
        },
      ],
    },
    {
      noun: 'mouse',
      motif: ['mouse', 'mouse', 'trackball'],
      brands: ['Pica', 'Nock', 'Vesper'],
      names: ['{word} mouse'],
      price: [19, 99],
      specs: {
        layout: none,
        hotSwap: none,
        grams: between(58, 140),
        noise: between(24, 44),
        material: ['Recycled plastic', 'Aluminium'],
      },
      taglines: [
        '{grams}, and it clicks when you mean it.',
        'Small, quiet, {noise}.',
        'It fits a hand. That is most of it.',
      ],
      open: [
        'A mouse is a small thing to be annoyed by every day. This one is not annoying.',
        'Two buttons and a wheel, and a shape that took us eleven tries.',
      ],
      share: 2,
      pins: [
        {
          name: 'Pebble mouse',
          brand: 'Pica',
          price: 39,
          colour: 'white',
          motif: 'mouse',
          tagline: 'Silent click, 68 g.',
          specs: { grams: 68, noise: 24 },
        },
      ],
    },
  ],
}
