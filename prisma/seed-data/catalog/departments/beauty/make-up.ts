import type { Leaf } from '@/prisma/seed-data/catalog/leaf'
import { between, chance, choice, flag, list, none, number, someOf } from '@/prisma/seed-data/catalog/specs'
import { CARE_WORDS } from '@/prisma/seed-data/catalog/words'
import { CARE_CLOSE } from './shared'

export const makeUp: Leaf = {
  path: 'beauty/make-up',
  name: 'Make-up',
  about: 'A little goes.',
  tint: 'rose',
  taxClass: 'standard',
  returnExcluded: 'hygiene',
  image: 'lipstick',
  code: 'MAK',
  share: 24,
  words: CARE_WORDS,
  specs: [
    choice('finish', 'Finish', 'Look', ['Matt', 'Satin', 'Gloss']),
    number('hours', 'Lasts', 'h', 'Look', between(4, 12)),
    number('grams', 'Weight', 'g', 'Contents', between(3, 5, 0.1), true),
    list(
      'contains',
      'Contains',
      'Contents',
      ['Beeswax', 'Castor oil', 'Jojoba', 'Mineral pigments'],
      someOf(2, 3, 'Castor oil', 'Jojoba', 'Mineral pigments'),
    ),
    flag('refillable', 'Refillable', 'Box', chance(0.5)),
    flag('vegan', 'Vegan', 'Contents', chance(0.7)),
    number('diameter', 'Diameter', 'cm', 'Look', between(10, 24), true),
  ],
  colourTake: [2, 4],
  facts: [
    '[finish=Matt] Matt, but not like chalk.',
    '[finish=Gloss] It shines, and hair sticks to it in wind. You have been told.',
    '[finish=Satin] A finish between matt and shine, for those who cannot decide.',
    '[hours>8] It lasts {hours}, lunch included.',
    '[hours<6] It lasts {hours}. Carry it with you.',
    'Made of {~contains}.',
    '[refillable] The case is metal and takes refills.',
  ],
  close: CARE_CLOSE,
  lines: [
    {
      noun: 'lipstick',
      motif: 'lipstick',
      brands: ['Milk Moon', 'Iris & Oat', 'Fennel'],
      names: ['{word} lipstick', '{word} {~finish} lipstick'],
      price: [9, 32],
      specs: { diameter: none },
      taglines: ['{finish}, {hours}.', 'On in two strokes.', 'Colour enough.'],
      open: [
        'A lipstick you can put on without a mirror, in a lift.',
        'The colour in the case is the colour on the mouth.',
      ],
      share: 4,
    },
    {
      noun: 'hand mirror',
      motif: 'handMirror',
      brands: ['Bare Pebble', 'Apothek Neun'],
      names: ['{word} hand mirror'],
      price: [14, 49],
      specs: { finish: none, hours: none, contains: none, refillable: none, grams: between(140, 380, 10), vegan: none },
      colourTake: null,
      taglines: ['It tells you before others do.', '{diameter} of honesty.'],
      open: [
        'A mirror with a frame like a flower and a glass like the truth.',
        'Light enough to hold up, heavy enough to lie flat.',
      ],
      share: 2,
    },
  ],
}
