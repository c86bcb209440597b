import type { ProductDocument } from '@/lib/contracts/product'
import type { Draft } from './products'
import type { Rng } from './random'

/** A product of the shop by its name, or the first of its kind. */
type Wanted = string | { leaf: string; noun: string }

const of = (leaf: string, noun: string): Wanted => ({ leaf, noun })

// What people put into one basket: the first of each, and some of the others.
const BASKETS: Wanted[][] = [
  ['Halden 14', 'Pebble mouse', 'Kvadrat 75 keyboard', 'Orrery headphones', 'Day backpack'],
  ['Halden 14', 'Pebble mouse', 'Orrery headphones', of('home/kitchen/tea-coffee', 'mug')],
  ['Pica Desk 24', 'Kvadrat 75 keyboard', 'Pebble mouse', of('electronics/gaming', 'controller')],
  ['Petrol teapot', of('groceries/coffee-tea', 'tea'), 'Chestnut honey', of('home/kitchen/tea-coffee', 'teacup')],
  ['San Marzano tomatoes', of('groceries/larder', 'spaghetti'), 'Mountain cheese', 'Country loaf'],
  ['Country loaf', 'Mountain cheese', 'Chestnut honey', 'Amalfi lemons'],
  [of('groceries/coffee-tea', 'coffee'), of('home/kitchen/tea-coffee', 'mug'), of('groceries/bakery', 'croissants')],
  ['Polder bicycle', of('vehicles/bike-parts', 'chain lock'), of('vehicles/bike-parts', 'bell'), 'Day backpack'],
  [of('sports/camping', 'tent'), of('sports/camping', 'rope'), of('sports/camping', 'compass'), 'Day backpack'],
  ['Slope runner', 'Striped socks', 'Boxy tee', of('clothing/accessories/hats-scarves', 'cap')],
  ['Desk plant in terracotta', of('home/plants', 'cactus'), 'Filament lamp', of('home/plants', 'vase')],
  ['Reading sofa', 'Filament lamp', 'Paper lantern', of('home/kitchen/tea-coffee', 'mug')],
  ['Otto the bear', of('toys/games', 'puzzle'), of('books/paper-pens', 'crayons')],
  ['Mira film camera', 'Day backpack', of('books/paper-pens', 'notebook')],
  [of('home/tools', 'hammer'), of('home/tools', 'screwdriver'), of('home/tools', 'toolbox')],
]

/** The baskets of this catalogue; what it does not have is left out. */
export function basketsOf(drafts: readonly Draft[]): ProductDocument[][] {
  const find = (wanted: Wanted) =>
    drafts.find(({ product, leaf, line }) =>
      typeof wanted === 'string' ? product.name === wanted : leaf.path === wanted.leaf && line.noun === wanted.noun,
    )?.product
  return BASKETS.map((basket) => basket.flatMap((wanted) => find(wanted) ?? [])).filter(({ length }) => length > 1)
}

const SHARE = 0.5

/** What one shopper takes that belongs together: two to four things, or nothing. */
export function chooseBasket(rng: Rng, baskets: readonly ProductDocument[][]): ProductDocument[] {
  if (baskets.length === 0 || !rng.chance(SHARE)) return []
  const [first, ...others] = rng.pick(baskets)
  return [...(first ? [first] : []), ...rng.some(others, rng.int(1, 3))]
}
