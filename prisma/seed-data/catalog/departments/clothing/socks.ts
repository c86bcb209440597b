import type { Leaf } from '@/prisma/seed-data/catalog/leaf'
import { between, chance, choice, flag, list, number, someOf } from '@/prisma/seed-data/catalog/specs'
import { CLOTHES_WORDS } from '@/prisma/seed-data/catalog/words'

export const socks: Leaf = {
  path: 'clothing/accessories/socks',
  name: 'Socks',
  about: 'In pairs, as a rule.',
  tint: 'shell',
  taxClass: 'standard',
  image: 'socks',
  code: 'SOX',
  share: 24,
  words: CLOTHES_WORDS,
  specs: [
    choice('fabric', 'Fabric', 'Cloth', ['Combed cotton', 'Merino', 'Bamboo', 'Linen']),
    choice('sockHeight', 'Height', 'Cut', ['Ankle', 'Crew', 'Knee']),
    choice('thickness', 'Thickness', 'Cloth', ['Thin', 'Medium', 'Terry']),
    number('stretch', 'Stretch', '%', 'Cloth', between(2, 12)),
    flag('seamlessToe', 'Flat toe seam', 'Cut', chance(0.6)),
    flag('noRubber', 'No rubber at the top', 'Cut', chance(0.4)),
    list(
      'care',
      'Care',
      'Care',
      ['Wash at 30 °C', 'Wash at 40 °C', 'Wash at 60 °C', 'Tumble dry'],
      someOf(1, 2, 'Wash at 40 °C', 'Wash at 60 °C', 'Tumble dry'),
    ),
  ],
  options: {
    sockSize: { label: 'Size', fits: true, values: ['EU 36–39', 'EU 40–43', 'EU 44–47'], take: [1, 3] },
    pack: { label: 'Pack', values: ['1 pair', '2 pairs', '5 pairs'], take: [1, 1], times: [1, 1.8, 4.2] },
  },
  colourTake: [1, 2],
  facts: [
    '{fabric}, {~thickness}, {~sockHeight} height.',
    '[seamlessToe] The toe is closed flat, so you feel no seam.',
    '[noRubber] No rubber at the top, and they stay up all the same.',
    '[fabric=Merino] Merino keeps warm even when it is wet.',
    '[thickness=Terry] Terry inside, for boots and cold floors.',
    '[thickness=Thin] Thin enough for good shoes.',
    'Darned heel and toe, where socks end their lives.',
  ],
  close: [
    'Sold in pairs. What the washing machine does is its own affair.',
    'A spare length of yarn is on the card.',
    'Striped at the top, so that pairs find each other.',
  ],
  lines: [
    {
      noun: 'socks',
      motif: 'socks',
      brands: ['Hemmel', 'Plain Sunday', 'Varg'],
      names: ['{word} socks', '{~fabric} {word} socks', '{word} {~sockHeight} socks'],
      price: [6, 19],
      taglines: [
        '{fabric}, {~thickness}.',
        'They stay up.',
        'For boots, beds and ballrooms.',
        '[noRubber] No rubber, no marks.',
      ],
      open: [
        'Socks with a heel where your heel is.',
        'Knitted in Apolda on machines older than we are.',
        'Good socks are the cheapest luxury we sell.',
      ],
      pins: [
        {
          name: 'Striped socks',
          brand: 'Hemmel',
          price: 14,
          colour: 'lilac',
          tagline: 'Combed cotton, EU 36 to 46.',
          specs: { fabric: 'Combed cotton' },
        },
      ],
    },
  ],
}
