import type { Leaf } from '@/prisma/seed-data/catalog/leaf'
import { between, by, chance, choice, flag, list, number, numbers, someOf } from '@/prisma/seed-data/catalog/specs'
import { TECH_WORDS } from '@/prisma/seed-data/catalog/words'

export const watches: Leaf = {
  path: 'electronics/watches',
  name: 'Watches',
  about: 'Some count steps. All of them tell the time.',
  tint: 'butter',
  taxClass: 'standard',
  image: 'watch',
  code: 'WAT',
  share: 30,
  words: TECH_WORDS,
  specs: [
    choice('movement', 'Movement', 'Inside', ['Quartz', 'Automatic', 'Smart']),
    number('caseDiameter', 'Diameter', 'mm', 'Case', between(34, 45)),
    choice('strap', 'Strap', 'Case', ['Leather', 'Textile', 'Rubber', 'Steel']),
    choice('glass', 'Glass', 'Case', ['Sapphire', 'Mineral', 'Acrylic']),
    numbers('waterDepth', 'Water resistant', 'm', 'Case', [30, 50, 100, 200]),
    number('grams', 'Weight', 'g', 'Case', between(32, 98)),
    list(
      'functions',
      'Functions',
      'Inside',
      ['Date', 'Second time zone', 'Stopwatch', 'Alarm', 'Pulse', 'Steps'],
      by(
        'movement',
        { Smart: someOf(3, 5, 'Date', 'Second time zone', 'Stopwatch', 'Alarm', 'Pulse', 'Steps') },
        someOf(1, 2, 'Date', 'Second time zone', 'Stopwatch'),
      ),
    ),
    flag('luminous', 'Glows in the dark', 'Case', chance(0.6)),
  ],
  colourTake: [1, 3],
  worth: ({ movement, glass }) =>
    (movement === 'Automatic' ? 0.6 : movement === 'Smart' ? 0.35 : 0) + (glass === 'Sapphire' ? 0.4 : 0),
  facts: [
    'The case is {caseDiameter} across and fits under a cuff.',
    '[movement=Automatic] It winds itself as you walk, and stops politely when you do not.',
    '[movement=Quartz] Ten seconds a month, at most, in either direction.',
    '[movement=Smart] It shows three things from your phone and leaves the rest where it is.',
    '[glass=Sapphire] The glass is sapphire; keys do not impress it.',
    '[glass=Acrylic] The glass is acrylic. It scratches, and it polishes out with toothpaste.',
    '[waterDepth>99] Good for {waterDepth}, so swim in it.',
    '[waterDepth<40] Good for rain and for washing up.',
    '[luminous] The hands glow until about four in the morning.',
    'Strap: {~strap}, 18 mm, changed without tools.',
  ],
  close: [
    'Comes set to Berlin time. You may disagree.',
    '[movement=Quartz] Strap and battery are standard parts.',
    'Two years’ guarantee, and a watchmaker who likes them.',
  ],
  lines: [
    {
      noun: 'watch',
      motif: 'watch',
      brands: ['Minuta', 'Mirabel', 'Fathom', 'Pica'],
      names: ['{word} watch', '{word} {#caseDiameter} watch'],
      price: [59, 480],
      taglines: [
        '{caseDiameter}, {~strap} strap, {~movement} inside.',
        'The time, at a glance, without a notification.',
        '[waterDepth>99] Swim, dig, wash up: {waterDepth}.',
      ],
      open: [
        'A watch answers one question all day without being asked twice.',
        'Two hands, one dial, enough contrast to read without glasses.',
        'It looks like a watch. We had to ask for that.',
      ],
      pins: [{ name: 'Meridian watch', brand: 'Minuta', price: 149, colour: 'blue' }],
    },
  ],
}
