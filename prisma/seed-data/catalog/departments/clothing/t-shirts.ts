import type { Leaf } from '@/prisma/seed-data/catalog/leaf'
import { between, chance, choice, flag, list, number } from '@/prisma/seed-data/catalog/specs'
import { CLOTHES_WORDS } from '@/prisma/seed-data/catalog/words'
import { bySize, CLOTHES_CLOSE } from './shared'

export const tShirts: Leaf = {
  path: 'clothing/tops/t-shirts',
  name: 'T-shirts',
  about: 'Mostly plain. It is harder than it looks.',
  tint: 'mint',
  taxClass: 'standard',
  image: 'tee',
  code: 'TEE',
  share: 66,
  words: CLOTHES_WORDS,
  specs: [
    choice('fabric', 'Fabric', 'Cloth', ['Organic cotton', 'Linen', 'Merino', 'Hemp']),
    number('clothWeight', 'Cloth weight', 'g/m²', 'Cloth', between(130, 260, 5)),
    choice('fit', 'Fit', 'Cut', ['Slim', 'Regular', 'Boxy', 'Long']),
    choice('neck', 'Neck', 'Cut', ['Crew', 'V-neck', 'Boat']),
    choice('madeIn', 'Made in', 'Origin', ['Portugal', 'Italy', 'Germany', 'Greece']),
    list('care', 'Care', 'Care', ['Wash at 30 °C', 'Wash at 40 °C', 'Hang to dry', 'Tumble dry'], (rng) => [
      rng.pick(['Wash at 30 °C', 'Wash at 40 °C']),
      'Hang to dry',
    ]),
    number('recycled', 'Recycled share', '%', 'Cloth', between(0, 100, 10), true),
    flag('seamless', 'No side seams', 'Cut', chance(0.3)),
  ],
  options: bySize,
  colourTake: [1, 2],
  worth: ({ fabric }) => (fabric === 'Merino' ? 0.9 : fabric === 'Linen' ? 0.5 : 0.2),
  facts: [
    '{fabric} of {clothWeight}.',
    '[clothWeight>210] The cloth is heavy, at {clothWeight}, and keeps its shape when you do not.',
    '[clothWeight<160] The cloth is light, at {clothWeight}: for August, or under things.',
    '[fit=Boxy] Cut straight and a little short, so it stays out of the way.',
    '[fit=Slim] Close at the shoulder, easy at the waist.',
    '[fit=Long] Four centimetres longer than usual, for people who are.',
    '[fabric=Merino] Merino does not smell after a day on trains, or two.',
    '[fabric=Linen] Linen creases. It is meant to.',
    '[fabric=Hemp] Hemp feels stiff on Monday and like your own by Friday.',
    '[seamless] It is knitted round, so nothing twists.',
    'Sewn in {madeIn}.',
    '[recycled>50] {recycled} of the yarn has been a T-shirt before.',
  ],
  close: CLOTHES_CLOSE,
  lines: [
    {
      noun: 'tee',
      motif: 'tee',
      brands: ['Plain Sunday', 'Marrow', 'Hemmel', 'Varg', 'Lund & Lark'],
      names: ['{word} tee', '{word} {~fit} tee', '{word} {~fabric} tee'],
      price: [17, 59],
      taglines: [
        '{fabric}, {clothWeight}, {~fit} fit.',
        'The one you reach for without looking.',
        'Plain, with a stripe across the chest to prove we can.',
        '[fit=Boxy] Straight, short, easy.',
      ],
      open: [
        'A T-shirt, properly made. The rest is washing.',
        'We own eleven of these between us.',
        'It goes under a jacket, over a swimsuit and into the garden.',
        'The stripe is dyed into the yarn, so it will not crack.',
      ],
      pins: [
        {
          name: 'Boxy tee',
          brand: 'Plain Sunday',
          price: 29,
          colour: 'green',
          tagline: 'Organic cotton, 220 g/m².',
          specs: { fabric: 'Organic cotton', clothWeight: 220, fit: 'Boxy' },
        },
      ],
    },
  ],
}
