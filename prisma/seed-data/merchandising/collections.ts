import { ObjectId } from 'mongodb'
import type { CollectionDocument, SavedFilter } from '@/lib/contracts/merchandising/collection'
import type { MerchandisingDocument } from '@/lib/contracts/merchandising/merchandising'
import { imageOfCategory } from '../catalog/categories'
import type { Draft } from '../catalog/products'
import { type MotifName, type Picture, srcOf } from '../media/pictures'
import { idOf } from '../random'
import { kind, pick, type Wanted } from './picks'

interface CollectionPlan {
  slug: string
  name: string
  description: string
  image: MotifName
  tint: CollectionDocument['tint']
  /** Products of a manual collection, in this order. */
  picks?: Wanted[]
  /** Saved filter that selects the products of an automatic collection. */
  filter?: SavedFilter
}

const PLANS: CollectionPlan[] = [
  {
    slug: 'quiet-desk',
    name: 'The quiet desk',
    description: 'What stands on ours. Nothing of it hums, blinks or wants an account.',
    image: 'keyboard',
    tint: 'sky',
    picks: [
      'Halden 14',
      'Kvadrat 75 keyboard',
      'Pebble mouse',
      'Filament lamp',
      'Desk plant in terracotta',
      'Orrery headphones',
      kind('books/paper-pens', 'fountain pen', 2),
      kind('books/paper-pens', 'notebook', 2),
      kind('home/kitchen/tea-coffee', 'mug', 2),
      kind('home/clocks', 'hourglass'),
    ],
  },
  {
    slug: 'slow-breakfast',
    name: 'Slow breakfast',
    description: 'For mornings with nowhere to be. Start with the loaf.',
    image: 'croissant',
    tint: 'butter',
    picks: [
      'Country loaf',
      'Petrol teapot',
      'Chestnut honey',
      kind('groceries/bakery', 'croissants', 2),
      kind('groceries/coffee-tea', 'coffee', 2),
      kind('groceries/coffee-tea', 'tea', 2),
      'Mountain cheese',
      kind('groceries/dairy', 'butter', 2),
      kind('groceries/dairy', 'eggs', 2),
      kind('groceries/fruit', 'oranges', 2),
      'Sill radio',
    ],
  },
  {
    slug: 'weekend-out',
    name: 'A weekend out',
    description: 'Two nights under canvas, carried on one back.',
    image: 'tent',
    tint: 'mint',
    picks: [
      kind('sports/camping', 'tent', 4),
      'Day backpack',
      kind('sports/camping', 'compass', 2),
      kind('sports/camping', 'rope', 2),
      kind('home/lighting', 'torch', 3),
      kind('clothing/shoes/boots-sandals', 'boots', 3),
      'Mira film camera',
      kind('groceries/sweets', 'chocolate', 2),
    ],
  },
  {
    slug: 'cold-months',
    name: 'Cold months',
    description: 'It will be dark by five. Dress for it, and put the kettle on.',
    image: 'scarf',
    tint: 'lilac',
    picks: [
      kind('clothing/accessories/hats-scarves', 'scarf', 4),
      kind('clothing/accessories/hats-scarves', 'gloves', 4),
      kind('clothing/coats', 'coat', 6),
      'Striped socks',
      'Paper lantern',
      kind('home/lighting', 'candle', 3),
      kind('sports/winter', 'sledge', 2),
      kind('groceries/coffee-tea', 'tea', 3),
    ],
  },
  {
    slug: 'under-20',
    name: 'Under twenty',
    description: 'Presents that fit in a coat pocket, or look as if they could.',
    image: 'socks',
    tint: 'rose',
    filter: { price: { max: 2_000 }, inStock: true },
  },
  {
    slug: 'light-laptops',
    name: 'Light laptops',
    description: 'Everything with a keyboard that weighs less than 1.3 kg on our scales.',
    image: 'laptop',
    tint: 'shell',
    filter: { category: 'electronics/laptops', ranges: { weight: { max: 1.3 } } },
  },
  {
    slug: 'kitchen-for-less',
    name: 'Kitchen for less',
    description: 'Pots, pans and cups whose price truly fell.',
    image: 'pot',
    tint: 'butter',
    filter: { category: 'home/kitchen', scope: 'deals' },
  },
  {
    slug: 'new-to-wear',
    name: 'New to wear',
    description: 'What came in this month and fits a person.',
    image: 'tee',
    tint: 'sky',
    filter: { category: 'clothing', scope: 'new' },
  },
]

export const collectionPictures = (): Picture[] => PLANS.map(({ image }) => imageOfCategory({ image }))

/** Returns the demo shop's manual and automatic collections. */
export function makeCollections(drafts: readonly Draft[], updatedAt: Date): CollectionDocument[] {
  return PLANS.map(({ picks, filter, image, ...shelf }, order) => ({
    _id: new ObjectId(idOf(`collection/${shelf.slug}`)),
    ...shelf,
    image: srcOf(imageOfCategory({ image })),
    order,
    status: 'active',
    ...(picks ? { products: hexIds(drafts, picks) } : { filter }),
    updatedAt,
  }))
}

const hexIds = (drafts: readonly Draft[], wanted: readonly Wanted[]) => [
  ...new Set(pick(drafts, wanted).map(({ _id }) => _id.toHexString())),
]

const ORDERED: { scope: MerchandisingDocument['scope']; pinned: Wanted[]; buried: Wanted[] }[] = [
  {
    scope: { type: 'category', key: 'electronics/laptops' },
    pinned: ['Halden 14', 'Umber Field 14', 'Pica Air 13'],
    buried: ['Tallow Sandstone'],
  },
  {
    scope: { type: 'collection', key: 'under-20' },
    pinned: ['Striped socks', 'Chestnut honey', kind('toys/games', 'puzzle')],
    buried: [kind('home/tools', 'bucket', 3), kind('groceries/vegetables', 'onions', 3)],
  },
  { scope: { type: 'search', key: 'lamp' }, pinned: ['Filament lamp', 'Paper lantern'], buried: [] },
]

/** Returns which products of the demo shop are pinned or buried, by listing. */
export function makeMerchandising(drafts: readonly Draft[], updatedAt: Date): MerchandisingDocument[] {
  return ORDERED.map(({ scope, pinned, buried }) => ({
    _id: new ObjectId(idOf(`merchandising/${scope.type}/${scope.key}`)),
    scope,
    pinned: hexIds(drafts, pinned),
    buried: hexIds(drafts, buried),
    updatedAt,
  }))
}
