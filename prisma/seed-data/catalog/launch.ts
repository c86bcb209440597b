import { random } from '../random'
import { DAY, HOUR, later } from '../time'
import type { Draft } from './products'

const NEW_SHARE = 50 / 1500
const NEW_DAYS = 14
const OLD_DAYS = 730
const TOP = 12_000
/** Names of the demo shop's most popular products, the most popular first. */
const TOP_PRODUCTS = [
  'Filament lamp',
  'Amalfi lemons',
  'Halden 14',
  'Boxy tee',
  'The Lemon Book',
  'Otto the bear',
  'Polder bicycle',
  'Petrol teapot',
  'Slope runner',
  'Country loaf',
]

/**
 * Gives each product a launch date (spread over two years, a few in the last fortnight) and a popularity. With several
 * `parts`, the popularity of their products interleaves.
 */
export function launch(
  seed: string,
  drafts: readonly Draft[],
  today: Date,
  { number, parts } = { number: 0, parts: 1 },
): Draft[] {
  const rng = random(`${seed}/launch`)
  const isFixed = ({ pin }: Draft) => pin?.sale !== undefined || pin?.flash !== undefined
  const fresh = new Set(
    rng.shuffle(drafts.filter((draft) => !isFixed(draft))).slice(0, Math.round(NEW_SHARE * drafts.length)),
  )
  const createdAt = (draft: Draft) => {
    const days = fresh.has(draft) ? rng.next() * NEW_DAYS : NEW_DAYS + 1 + rng.next() * (OLD_DAYS - NEW_DAYS - 1)
    const minDays = isFixed(draft) ? Math.max(days, 100) : days
    return later(today, -Math.round((minDays * DAY) / HOUR) * HOUR)
  }
  // Pinned products are the most popular. The others are ranked at random.
  const pinned = rng.shuffle(drafts.filter(({ pin }) => pin))
  const place = ({ product }: Draft) =>
    TOP_PRODUCTS.includes(product.name) ? TOP_PRODUCTS.indexOf(product.name) : TOP_PRODUCTS.length
  pinned.sort((a, b) => place(a) - place(b))
  const ranked = [...pinned, ...rng.shuffle(drafts.filter(({ pin }) => !pin))]
  const lead = pinned.length
  const rankOf = new Map(ranked.map((draft, index) => [draft, index < lead ? index * 2 : index]))
  return drafts.map((draft) => {
    const at = createdAt(draft)
    const popularity = Math.round(TOP / (rankOf.get(draft)! + (number + 3) / parts) ** 0.8)
    return { ...draft, product: { ...draft.product, createdAt: at, updatedAt: at, popularity } }
  })
}
