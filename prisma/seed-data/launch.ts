import type { Draft } from './products'
import { random } from './random'
import { DAY, HOUR, later } from './time'

const NEW_SHARE = 50 / 1500
const NEW_DAYS = 14
const OLD_DAYS = 730
const TOP = 12_000
/** What the front page is known by, in this order. */
const SHELF = [
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
 * Gives products the day on which they came into the shop (two years of them, a few in the last fortnight) and a rank. A
 * part of a greater catalogue takes every n-th rank, n being how many parts there are.
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
    const least = isFixed(draft) ? Math.max(days, 100) : days
    return later(today, -Math.round((least * DAY) / HOUR) * HOUR)
  }
  // What the shop is known for leads; the rest is as popular as chance has it.
  const pinned = rng.shuffle(drafts.filter(({ pin }) => pin))
  const place = ({ product }: Draft) => (SHELF.includes(product.name) ? SHELF.indexOf(product.name) : SHELF.length)
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
