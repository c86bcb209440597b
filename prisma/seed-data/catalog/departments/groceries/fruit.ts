import type { Leaf } from '@/prisma/seed-data/catalog/leaf'
import { between, chance, choice, flag, list, number, someOf } from '@/prisma/seed-data/catalog/specs'
import { FRESH_CLOSE, KILOS, NORTH, originSpecs, PIECES, PUNNETS, produce } from './shared'

export const fruit: Leaf = {
  path: 'groceries/fruit',
  name: 'Fruit',
  about: 'Ripe, or nearly.',
  tint: 'butter',
  taxClass: 'reduced',
  returnExcluded: 'perishable',
  image: 'lemon',
  code: 'FRU',
  share: 46,
  words: [],
  specs: [
    ...originSpecs(),
    number('keeps', 'Keeps', 'days', 'Kitchen', between(4, 14)),
    number('sweetness', 'Sweetness', '°Bx', 'Taste', between(6, 20)),
    choice('keepIn', 'Keep it in', 'Kitchen', ['A bowl', 'The fridge', 'The cellar'], 'A bowl'),
    list(
      'season',
      'Season',
      'Origin',
      ['Spring', 'Summer', 'Autumn', 'Winter'],
      someOf(1, 2, 'Spring', 'Summer', 'Autumn', 'Winter'),
    ),
    flag('unsprayed', 'Peel can be eaten', 'Kitchen', chance(0.6)),
  ],
  colourTake: null,
  facts: [
    'Grown in {country}, picked by hand.',
    '[organic] Organic, with the papers.',
    'They keep for {keeps} in {~keepIn}.',
    '[unsprayed] The peel is untreated, so use it.',
    '[sweetness>15] Sweet: {sweetness} on the refractometer.',
    '[sweetness<9] Tart, at {sweetness}, as they should be.',
    'In season in {~season}.',
  ],
  close: FRESH_CLOSE,
  lines: [
    produce(
      'lemons',
      'lemon',
      [2.4, 5.2],
      KILOS,
      {
        taglines: ['The lemons like a bowl.', 'Thick peel, loud juice.', 'For fish, tea and colds.'],
        open: [
          'Lemons with leaves on, because we could not bring ourselves to cut them off.',
          'Squeeze one over anything that tastes of nothing.',
        ],
      },
      {
        brands: ['Casa Limone'],
        names: ['{place} lemons', '[unsprayed] Unsprayed {place} lemons', '[organic] Organic {place} lemons'],
        share: 2,
        pins: [
          {
            name: 'Amalfi lemons',
            brand: 'Casa Limone',
            price: 3.2,
            specs: { place: 'Amalfi', unsprayed: true, keepIn: 'A bowl' },
            options: { pack: { label: 'Pack', values: ['500 g', '1 kg', '3 kg'], take: [3, 3], times: [1, 1.8, 4.9] } },
          },
        ],
      },
    ),
    produce(
      'oranges',
      'orange',
      [2.2, 4.6],
      KILOS,
      {
        taglines: ['Juice for the week.', 'Heavy for their size.'],
        open: [
          'Oranges that were on the tree while you read this last week.',
          'Some for juice, some for peeling at a desk.',
        ],
      },
      { share: 2 },
    ),
    produce(
      'apples',
      ['apple', 'greenApple'],
      [1.9, 3.9],
      KILOS,
      {
        taglines: ['They crack.', 'One a day, two if small.'],
        open: ['Apples from old trees with new ladders.', 'They keep until spring, if you let them.'],
      },
      { specs: { keeps: between(20, 90, 5), place: NORTH }, share: 3, taxClass: 'staple' },
    ),
    produce(
      'pears',
      'pear',
      [2.4, 4.4],
      KILOS,
      {
        taglines: ['Ripe for about an hour.', 'Wait. Now.'],
        open: ['Pears travel hard and ripen on the sill. You will have to look every day.'],
      },
      { specs: { place: NORTH }, taxClass: 'staple' },
    ),
    produce(
      'bananas',
      'banana',
      [1.6, 2.9],
      KILOS,
      {
        taglines: ['Curved, yellow, ready.', 'Packed by nature.'],
        open: ['Small bananas, with more taste than length.'],
      },
      { specs: { place: ['Canary', 'Madeiran', 'Cretan'] }, share: 1 },
    ),
    produce(
      'grapes',
      'grapes',
      [2.9, 5.9],
      PUNNETS,
      {
        taglines: ['By the bunch.', 'Take one. Take another.'],
        open: ['Grapes with seeds, because those taste of something.'],
      },
      { colours: ['purple', 'green'] },
    ),
    produce(
      'strawberries',
      'strawberry',
      [3.2, 6.4],
      PUNNETS,
      { taglines: ['Red all the way in.', 'Eat them today.'], open: ['Strawberries that smell through the box.'] },
      {
        specs: {
          place: [...NORTH, 'Murcia'],
          keeps: between(1, 3),
          keepIn: 'The fridge',
          season: () => ['Spring', 'Summer'],
        },
        share: 2,
      },
    ),
    produce(
      'blueberries',
      'blueberries',
      [3.4, 6.9],
      PUNNETS,
      {
        taglines: ['For porridge, and on the way to it.', 'Small, blue, gone.'],
        open: ['Blueberries with their bloom still on.'],
      },
      { specs: { place: [...NORTH, 'Asturian'], keepIn: 'The fridge', season: () => ['Summer'] } },
    ),
    produce(
      'cherries',
      'cherries',
      [4.2, 8.9],
      PUNNETS,
      {
        taglines: ['Mind the stones.', 'In pairs, for ears.'],
        open: ['Cherries, dark and cracking, for six weeks a year.'],
      },
      { specs: { place: NORTH, keepIn: 'The fridge', season: () => ['Summer'] }, taxClass: 'staple' },
    ),
    produce(
      'peaches',
      'peach',
      [2.9, 5.4],
      KILOS,
      { taglines: ['Lean over the sink.', 'Soft at the shoulder.'], open: ['Peaches that must be eaten standing up.'] },
      { specs: { season: () => ['Summer'] }, taxClass: 'staple' },
    ),
    produce('kiwis', 'kiwi', [2.4, 4.4], KILOS, {
      taglines: ['Halve it, spoon it.', 'Green and awake.'],
      open: ['Kiwis, hard when they come and ready by the weekend.'],
    }),
    produce(
      'melons',
      'melon',
      [2.9, 5.9],
      PIECES,
      { taglines: ['Knock first.', 'Half is dinner.'], open: ['A melon is ripe when it smells like one. We smelled.'] },
      { names: ['{place} melon', '[organic] Organic {place} melon'], specs: { season: () => ['Summer'] } },
    ),
    produce(
      'mangoes',
      'mango',
      [1.9, 3.9],
      PIECES,
      {
        taglines: ['Ripened on the tree.', 'Eat it in the bath.'],
        open: ['Mangoes grow in Europe, too, if the slope is right.'],
      },
      { specs: { place: ['Andalusian', 'Sicilian', 'Algarve', 'Canary', 'Cretan', 'Madeiran'] } },
    ),
    produce(
      'pineapples',
      'pineapple',
      [3.4, 5.9],
      PIECES,
      {
        taglines: ['Pull a leaf; it should let go.', 'Sharp hair, soft heart.'],
        open: ['Grown under glass, slowly, like all sensible things.'],
      },
      { names: ['{place} pineapple'], specs: { place: ['Azorean', 'Canary', 'Madeiran'] } },
    ),
  ],
}
