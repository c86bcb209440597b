import type { Leaf } from '@/prisma/seed-data/catalog/leaf'
import { between, chance, choice, flag, list, number } from '@/prisma/seed-data/catalog/specs'
import { CLOTHES_WORDS } from '@/prisma/seed-data/catalog/words'
import { bySize, CLOTHES_CLOSE } from './shared'

export const shirts: Leaf = {
  path: 'clothing/tops/shirts',
  name: 'Shirts and blouses',
  about: 'With collars, and without.',
  tint: 'sky',
  taxClass: 'standard',
  image: 'shirt',
  code: 'SHI',
  share: 32,
  words: CLOTHES_WORDS,
  specs: [
    choice('fabric', 'Fabric', 'Cloth', ['Poplin', 'Oxford', 'Linen', 'Silk', 'Viscose']),
    choice('fit', 'Fit', 'Cut', ['Slim', 'Regular', 'Wide']),
    choice('collar', 'Collar', 'Cut', ['Kent', 'Button-down', 'Stand-up', 'None']),
    choice('madeIn', 'Made in', 'Origin', ['Portugal', 'Italy', 'Germany']),
    number('clothWeight', 'Cloth weight', 'g/m²', 'Cloth', between(70, 190, 5)),
    flag('ironFree', 'No ironing', 'Care', chance(0.3)),
    list('care', 'Care', 'Care', ['Wash at 30 °C', 'Wash at 40 °C', 'Hang to dry', 'Iron warm'], (rng) => [
      rng.pick(['Wash at 30 °C', 'Wash at 40 °C']),
      'Hang to dry',
      'Iron warm',
    ]),
  ],
  options: bySize,
  colourTake: [1, 2],
  facts: [
    '{fabric} of {clothWeight}, woven in {madeIn}.',
    '[ironFree] Hang it up wet and it irons itself, near enough.',
    '[!ironFree] It likes an iron. Five minutes, and a radio.',
    '[fit=Wide] Wide on purpose, and better for it in July.',
    '[fit=Slim] Slim, with darts at the back.',
    '[collar=Button-down] The collar is buttoned down and stays so.',
    '[collar=Stand-up] A stand-up collar, which spares you the question of the tie.',
    '[fabric=Linen] Linen creases, on everyone.',
    '[fabric=Silk] Silk. Wash it by hand, and not in anger.',
  ],
  close: CLOTHES_CLOSE,
  lines: [
    {
      noun: 'shirt',
      motif: 'shirt',
      brands: ['Quill & Thread', 'Osier', 'Hemmel'],
      names: ['{word} shirt', '{~fabric} {word} shirt', '{word} {~collar} shirt'],
      price: [39, 129],
      specs: { fabric: ['Poplin', 'Oxford', 'Linen'], collar: ['Kent', 'Button-down'] },
      taglines: [
        '{fabric}, {~fit} fit, with a tie in the bag.',
        'For offices, weddings and the day after.',
        'Striped, pressed, folded: ready.',
      ],
      open: [
        'A striped shirt with its own tie, so that one decision is made.',
        'It looks pressed even at six in the evening.',
        'Eight buttons of mother-of-pearl, sewn on crosswise.',
      ],
      share: 1,
    },
    {
      noun: 'blouse',
      motif: 'blouse',
      brands: ['Lund & Lark', 'Osier', 'Marrow'],
      names: ['{word} blouse', '{~fabric} {word} blouse'],
      price: [35, 119],
      specs: { fabric: ['Linen', 'Silk', 'Viscose'], collar: 'None' },
      taglines: [
        '{fabric}, {~fit}, short sleeves.',
        'V at the neck, air at the sides.',
        'It goes with everything that is not a blouse.',
      ],
      open: [
        'A blouse to pull over your head and forget.',
        'Short sleeves and a neckline that stays put.',
        'Cut from one piece, with as few seams as we could manage.',
      ],
      share: 1,
    },
  ],
}
