import type { ProductDocument } from '@/lib/contracts/catalog/product'
import type { Draft } from '../catalog/products'
import type { Rng } from '../random'
import { kind, pick, type Wanted } from './picks'

// Products that are bought together: always the first, with some of the others.
const BASKETS: Wanted[][] = [
  ['Halden 14', 'Pebble mouse', 'Kvadrat 75 keyboard', 'Orrery headphones', 'Day backpack'],
  ['Halden 14', 'Pebble mouse', 'Orrery headphones', kind('home/kitchen/tea-coffee', 'mug')],
  ['Pica Desk 24', 'Kvadrat 75 keyboard', 'Pebble mouse', kind('electronics/gaming', 'controller')],
  ['Petrol teapot', kind('groceries/coffee-tea', 'tea'), 'Chestnut honey', kind('home/kitchen/tea-coffee', 'teacup')],
  ['San Marzano tomatoes', kind('groceries/larder', 'spaghetti'), 'Mountain cheese', 'Country loaf'],
  ['Country loaf', 'Mountain cheese', 'Chestnut honey', 'Amalfi lemons'],
  [
    kind('groceries/coffee-tea', 'coffee'),
    kind('home/kitchen/tea-coffee', 'mug'),
    kind('groceries/bakery', 'croissants'),
  ],
  ['Polder bicycle', kind('vehicles/bike-parts', 'chain lock'), kind('vehicles/bike-parts', 'bell'), 'Day backpack'],
  [kind('sports/camping', 'tent'), kind('sports/camping', 'rope'), kind('sports/camping', 'compass'), 'Day backpack'],
  ['Slope runner', 'Striped socks', 'Boxy tee', kind('clothing/accessories/hats-scarves', 'cap')],
  ['Desk plant in terracotta', kind('home/plants', 'cactus'), 'Filament lamp', kind('home/plants', 'vase')],
  ['Reading sofa', 'Filament lamp', 'Paper lantern', kind('home/kitchen/tea-coffee', 'mug')],
  ['Otto the bear', kind('toys/games', 'puzzle'), kind('books/paper-pens', 'crayons')],
  ['Mira film camera', 'Day backpack', kind('books/paper-pens', 'notebook')],
  [kind('home/tools', 'hammer'), kind('home/tools', 'screwdriver'), kind('home/tools', 'toolbox')],
]

/** Returns the products of each basket. Skips products that this catalogue does not contain. */
export const basketsOf = (drafts: readonly Draft[]): ProductDocument[][] =>
  BASKETS.map((basket) => pick(drafts, basket)).filter(({ length }) => length > 1)

const SHARE = 0.5

/** Returns two to four products that are bought together or, in half of all cases, an empty list. */
export function chooseBasket(rng: Rng, baskets: readonly ProductDocument[][]): ProductDocument[] {
  if (baskets.length === 0 || !rng.chance(SHARE)) return []
  const [first, ...others] = rng.pick(baskets)
  return [...(first ? [first] : []), ...rng.some(others, rng.int(1, 3))]
}
