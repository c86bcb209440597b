import type { Leaf } from '@/prisma/seed-data/catalog/leaf'
import { between, chance, choice, flag, list, none, number, numbers, someOf } from '@/prisma/seed-data/catalog/specs'
import { CARE_WORDS } from '@/prisma/seed-data/catalog/words'
import { CARE_CLOSE } from './shared'

export const skinCare: Leaf = {
  path: 'beauty/skin-care',
  name: 'Skin care',
  about: 'Less, but daily.',
  tint: 'rose',
  taxClass: 'standard',
  returnExcluded: 'hygiene',
  image: 'pumpBottle',
  code: 'SKI',
  share: 34,
  words: CARE_WORDS,
  specs: [
    list(
      'skinTypes',
      'Skin',
      'Use',
      ['Dry', 'Normal', 'Oily', 'Sensitive'],
      someOf(1, 3, 'Dry', 'Normal', 'Oily', 'Sensitive'),
    ),
    choice('texture', 'Texture', 'Contents', ['Milk', 'Gel', 'Cream', 'Oil']),
    list(
      'actives',
      'Contains',
      'Contents',
      ['Urea', 'Panthenol', 'Glycerine', 'Shea butter', 'Niacinamide'],
      someOf(1, 3, 'Urea', 'Panthenol', 'Glycerine', 'Shea butter', 'Niacinamide'),
    ),
    number('natural', 'Of natural origin', '%', 'Contents', between(82, 100)),
    numbers('sunFactor', 'Sun protection', 'SPF', 'Use', [15, 30, 50], (rng) =>
      rng.chance(0.3) ? rng.pick([15, 30, 50]) : undefined,
    ),
    flag('perfumeFree', 'No perfume', 'Contents', chance(0.5)),
    flag('vegan', 'Vegan', 'Contents', chance(0.8)),
  ],
  options: {
    bottle: {
      label: 'Contents',
      values: ['50 ml', '150 ml', '250 ml', '500 ml'],
      take: [1, 3],
      times: [0.5, 1, 1.5, 2.6],
    },
  },
  colourTake: null,
  facts: [
    'For {~skinTypes} skin.',
    'A {~texture} that is gone before you have buttoned your shirt.',
    'With {~actives}.',
    '[perfumeFree] It smells of nothing, which took some doing.',
    '[!perfumeFree] It smells faintly of what is on the label.',
    '[sunFactor>29] The factor is {sunFactor}; put on twice what you think.',
    '[natural>97] {natural} of it grew somewhere.',
    '[vegan] Nothing in it comes from animals.',
  ],
  close: CARE_CLOSE,
  lines: [
    {
      noun: 'lotion',
      motif: 'pumpBottle',
      brands: ['Fennel', 'Apothek Neun', 'Bare Pebble', 'Iris & Oat'],
      names: ['{word} body lotion', '{word} lotion'],
      price: [9, 32],
      specs: { texture: ['Milk', 'Cream'] },
      taglines: [
        'For {~skinTypes} skin.',
        'After the shower, before the bus.',
        '[perfumeFree] No perfume, no promises.',
      ],
      open: [
        'A body lotion for every day, in a bottle that empties to the last drop.',
        'It soaks in. That is the sentence we kept.',
      ],
      share: 3,
    },
    {
      noun: 'hand cream',
      motif: 'pumpBottle',
      colours: ['moss', 'sand', 'lilac'],
      brands: ['Milk Moon', 'Iris & Oat', 'Apothek Neun'],
      names: ['{word} hand cream'],
      price: [8, 24],
      specs: { texture: 'Cream', sunFactor: none },
      taglines: ['For hands that do things.', 'By the sink, where it is needed.'],
      open: ['Put it by the sink and your hands will remember it.', 'Gardeners asked for it, nurses ordered more.'],
      share: 2,
    },
    {
      noun: 'face wash',
      motif: 'pumpBottle',
      colours: ['sky', 'blush'],
      brands: ['Bare Pebble', 'Fennel', 'Milk Moon'],
      names: ['{word} face wash'],
      price: [10, 29],
      specs: { texture: ['Gel', 'Milk'], sunFactor: none },
      taglines: ['Takes off the day.', 'For {~skinTypes} skin, morning and evening.'],
      open: ['It washes the day off and leaves the face on.', 'One press is enough. Two is a treat.'],
      share: 2,
    },
  ],
}
