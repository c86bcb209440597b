import type { Leaf } from '@/prisma/seed-data/catalog/leaf'
import { between, chance, choice, flag, list, number } from '@/prisma/seed-data/catalog/specs'
import { CLOTHES_WORDS } from '@/prisma/seed-data/catalog/words'
import { bySize, CLOTHES_CLOSE } from './shared'

function numbersOfPockets() {
  return number('pockets', 'Pockets', '', 'Cut', between(2, 6), true)
}

export const trousers: Leaf = {
  path: 'clothing/trousers',
  name: 'Trousers and shorts',
  about: 'Legs, long and short.',
  tint: 'sky',
  taxClass: 'standard',
  image: 'jeans',
  code: 'TRO',
  share: 36,
  words: CLOTHES_WORDS,
  specs: [
    choice('fabric', 'Fabric', 'Cloth', ['Denim', 'Twill', 'Corduroy', 'Linen', 'Jersey']),
    choice('cut', 'Cut', 'Cut', ['Straight', 'Tapered', 'Wide', 'Slim']),
    choice('rise', 'Waist', 'Cut', ['High', 'Medium', 'Low']),
    number('clothWeight', 'Cloth weight', 'g/m²', 'Cloth', between(180, 480, 10)),
    number('stretch', 'Stretch', '%', 'Cloth', between(0, 4), true),
    numbersOfPockets(),
    flag('preWashed', 'Washed before', 'Cloth', chance(0.5)),
    list('fastening', 'Fastening', 'Cut', ['Zip', 'Buttons', 'Drawstring'], (rng) => [rng.pick(['Zip', 'Buttons'])]),
  ],
  options: { waist: { label: 'Waist', fits: true, values: ['W28', 'W30', 'W32', 'W34', 'W36', 'W38'], take: [3, 5] } },
  colourTake: [1, 2],
  facts: [
    '{fabric} of {clothWeight}, cut {~cut}.',
    '[clothWeight>400] At {clothWeight} they stand on their own for the first week.',
    '[clothWeight<240] At {clothWeight} they are made for summer.',
    '[stretch>1] {stretch} of stretch: enough for stairs and bicycles.',
    '[stretch<1] No stretch at all, so buy them snug.',
    '[rise=High] High at the waist, for those who tuck in.',
    '[preWashed] Washed before sewing, so they will not shrink.',
    '[!preWashed] Raw: wash them cold, and alone the first time.',
    '{pockets} pockets, one of them for a coin nobody has any more.',
  ],
  close: CLOTHES_CLOSE,
  lines: [
    {
      noun: 'jeans',
      motif: 'jeans',
      brands: ['Marrow', 'Varg', 'Osier', 'Plain Sunday'],
      names: ['{word} jeans', '{word} {~cut} jeans'],
      price: [59, 169],
      specs: { fabric: 'Denim', clothWeight: between(340, 480, 10) },
      taglines: ['{clothWeight} denim, cut {~cut}.', 'They fade where you bend.', 'Turned up once, as you would.'],
      open: [
        'Jeans without a story: cotton, thread, five rivets.',
        'They take a month to become yours and then a decade.',
        'The yarn is dyed at the core, so the knees go pale slowly.',
      ],
      share: 3,
    },
    {
      noun: 'shorts',
      motif: 'shorts',
      brands: ['Varg', 'Plain Sunday', 'Hemmel'],
      names: ['{word} shorts', '{~fabric} {word} shorts'],
      price: [24, 69],
      specs: {
        fabric: ['Twill', 'Linen', 'Jersey'],
        cut: ['Straight', 'Wide'],
        clothWeight: between(180, 260, 10),
        fastening: () => ['Drawstring'],
      },
      options: bySize,
      taglines: [
        '{fabric}, {~cut}, with a drawstring.',
        'Above the knee, below the radar.',
        'They dry while you have an ice cream.',
      ],
      open: [
        'Shorts for the six warm weeks, and for hope before them.',
        'A drawstring, two deep pockets, nothing that needs ironing.',
      ],
      share: 2,
    },
  ],
}
