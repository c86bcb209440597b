import type { Leaf } from '@/prisma/seed-data/catalog/leaf'
import { between, chance, choice, flag, list, number, someOf } from '@/prisma/seed-data/catalog/specs'
import { CLOTHES_WORDS } from '@/prisma/seed-data/catalog/words'
import { bySize, CLOTHES_CLOSE } from './shared'

export const coats: Leaf = {
  path: 'clothing/coats',
  name: 'Coats',
  about: 'For the ten minutes between two doors, and for the rest of winter.',
  tint: 'butter',
  taxClass: 'standard',
  image: 'coat',
  code: 'COA',
  share: 30,
  words: CLOTHES_WORDS,
  specs: [
    choice('fabric', 'Fabric', 'Cloth', ['Wool', 'Waxed cotton', 'Gabardine', 'Loden']),
    choice('lining', 'Lining', 'Cloth', ['None', 'Cupro', 'Quilted']),
    choice('coatLength', 'Length', 'Cut', ['Hip', 'Thigh', 'Knee']),
    number('warmth', 'Good down to', '°C', 'Use', between(-12, 12)),
    number('weight', 'Weight', 'kg', 'Cut', between(0.7, 2.1, 0.1)),
    flag('waterproof', 'Waterproof', 'Use', chance(0.4)),
    flag('hood', 'Hood', 'Cut', false, true),
    list('closing', 'Closes with', 'Cut', ['Buttons', 'Zip', 'Belt'], someOf(1, 2, 'Buttons', 'Belt')),
  ],
  options: bySize,
  colourTake: [1, 2],
  worth: ({ fabric, lining }) =>
    (fabric === 'Wool' || fabric === 'Loden' ? 0.5 : 0.2) + (lining === 'Quilted' ? 0.4 : lining === 'Cupro' ? 0.2 : 0),
  facts: [
    '{fabric}, {~coatLength} length, {weight}.',
    'Over a jumper it is good down to {warmth}.',
    '[waterproof] It keeps out an hour of rain, seams included.',
    '[!waterproof] A shower is fine. A storm wants an umbrella.',
    '[lining=Quilted] The quilted lining buttons out in spring.',
    '[lining=Cupro] Lined with cupro, which slides over any sleeve.',
    '[lining=None] Unlined, so it folds away into a bag.',
    '[fabric=Loden] Loden sheds snow by itself.',
    '[fabric=Waxed cotton] Wax it once a year, and tell it about your day.',
  ],
  close: CLOTHES_CLOSE,
  lines: [
    {
      noun: 'coat',
      motif: 'coat',
      brands: ['Osier', 'Varg', 'Quill & Thread', 'Hemmel'],
      names: ['{word} coat', '{~fabric} {word} coat', '{word} {~coatLength} coat'],
      price: [129, 449],
      taglines: [
        '{fabric}, good down to {warmth}.',
        '[waterproof] An hour of rain, and you will not know.',
        'Two pockets for hands, one for the ticket.',
      ],
      open: [
        'A coat with wide lapels and nothing to prove.',
        'Cut to go over a jacket, and to look well over a shirt.',
        'Horn buttons, deep pockets, a loop that holds.',
      ],
    },
  ],
}
