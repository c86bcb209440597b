import type { Leaf } from '@/prisma/seed-data/catalog/leaf'
import { between, chance, choice, flag, list, none, number, someOf, text } from '@/prisma/seed-data/catalog/specs'
import { CLOTHES_WORDS } from '@/prisma/seed-data/catalog/words'
import { bySize, CLOTHES_CLOSE } from './shared'

export const dresses: Leaf = {
  path: 'clothing/dresses',
  name: 'Dresses',
  about: 'One decision, and you are dressed.',
  tint: 'lilac',
  taxClass: 'standard',
  image: 'dress',
  code: 'DRE',
  share: 32,
  words: CLOTHES_WORDS,
  specs: [
    choice('fabric', 'Fabric', 'Cloth', ['Cotton', 'Linen', 'Viscose', 'Silk', 'Jersey']),
    choice('dressLength', 'Length', 'Cut', ['Knee', 'Midi', 'Maxi']),
    choice('sleeves', 'Sleeves', 'Cut', ['None', 'Short', 'Long']),
    flag('hasPockets', 'Pockets', 'Cut', chance(0.7)),
    flag('lined', 'Lined', 'Cut', chance(0.4)),
    number('clothWeight', 'Cloth weight', 'g/m²', 'Cloth', between(90, 240, 5), true),
    list(
      'occasions',
      'Good for',
      'Use',
      ['Work', 'Garden', 'Dance', 'Travel', 'Wedding'],
      someOf(2, 3, 'Work', 'Garden', 'Dance', 'Travel', 'Wedding'),
    ),
    text('closure', 'Closes with', 'Cut', ['Zip at the side', 'Buttons at the back', 'Nothing, it stretches']),
  ],
  options: bySize,
  colourTake: [1, 2],
  facts: [
    '{fabric}, {~dressLength} length.',
    '[hasPockets] It has pockets. Real ones.',
    '[!hasPockets] No pockets; we tried, and it bulged.',
    '[lined] Lined to the hem.',
    '[fabric=Jersey] Jersey, so it comes out of the suitcase as it went in.',
    '[fabric=Linen] Linen, so it is never quite smooth and never too warm.',
    '[fabric=Silk] Silk, cut on the bias, washed by hand.',
    'Good for {~occasions}.',
    '[clothWeight<130] At {clothWeight} it weighs next to nothing.',
  ],
  close: CLOTHES_CLOSE,
  lines: [
    {
      noun: 'dress',
      motif: 'dress',
      brands: ['Lund & Lark', 'Marrow', 'Osier', 'Plain Sunday'],
      names: ['{word} dress', '{~fabric} {word} dress', '{word} {~dressLength} dress'],
      price: [49, 189],
      specs: { sleeves: 'None' },
      taglines: ['{fabric}, {~dressLength}, and it turns well.', '[hasPockets] With pockets.', 'For {~occasions}.'],
      open: [
        'A dress that turns when you do.',
        'Narrow straps, a waist, and a skirt with some opinions.',
        'You could wear it to a wedding and weed in it on Sunday.',
      ],
      share: 3,
    },
    {
      noun: 'robe',
      motif: 'kimono',
      brands: ['Hemmel', 'Lund & Lark'],
      names: ['{word} robe', '{~fabric} {word} robe'],
      price: [59, 159],
      specs: {
        sleeves: 'Long',
        lined: false,
        fabric: ['Cotton', 'Viscose', 'Silk'],
        closure: 'A wide belt',
        occasions: none,
      },
      taglines: ['{fabric}, with a wide belt.', 'For mornings with nowhere to be.'],
      open: ['A robe for the hour before you are anyone.', 'Printed by hand, so no two sleeves are the same.'],
    },
  ],
}
