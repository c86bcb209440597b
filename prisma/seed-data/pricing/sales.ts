import type { ProductDocument } from '@/lib/contracts/catalog/product'
import type { Draft } from '../catalog/products'
import { type Rng, random } from '../random'
import { DAY, HOUR, later } from '../time'
import { salePrice, shopPrice } from './prices'

/** A row of the price ledger. The row of a sale has an end, that of a regular price has none. */
export interface PriceChange {
  sku: string
  productId: string
  price: number
  validFrom: Date
  validUntil: Date | null
  createdAt: Date
}

export type SaleKind = 'flash' | 'ending' | 'recent' | 'long' | 'coming' | 'over'

/** The share of all products that is in each kind of sale. */
const SHARES: Record<Exclude<SaleKind, 'long'>, number> = {
  flash: 9 / 1500,
  ending: 15 / 1500,
  recent: 50 / 1500,
  coming: 20 / 1500,
  over: 20 / 1500,
}
const LONG_SHARE = 66 / 1500

/** Returns the end of the flash sale: tomorrow evening (UTC). */
export const flashEnd = (today: Date) => later(today, DAY + 19 * HOUR)

export const flashStart = (today: Date) => later(today, -29 * HOUR)

/** Returns start and end of a sale, in whole hours. A current sale started at midnight today or earlier. */
function period(kind: SaleKind, rng: Rng, today: Date): { startsAt: Date; endsAt: Date } {
  const between = (from: number, to: number) => Math.round((from + rng.next() * (to - from)) * 24) * HOUR
  switch (kind) {
    case 'flash':
      return { startsAt: flashStart(today), endsAt: flashEnd(today) }
    case 'ending':
      return { startsAt: later(today, -between(4, 12)), endsAt: later(today, between(2.2, 6)) }
    case 'recent':
      return { startsAt: later(today, -between(0, 7)), endsAt: later(today, between(6, 24)) }
    case 'long':
      return { startsAt: later(today, -between(2, 20)), endsAt: later(today, between(60, 365)) }
    case 'coming':
      return { startsAt: later(today, between(1.1, 12)), endsAt: later(today, between(14, 40)) }
    case 'over':
      return { startsAt: later(today, -between(30, 44)), endsAt: later(today, -between(1, 26)) }
  }
}

const isBook = ({ leaf }: Draft) => leaf.path.startsWith('books/') && leaf.taxClass === 'reduced'

const departmentOf = (path: string) => path.split('/')[0]!

/** Puts products that were launched months ago on sale. Excludes books, whose prices are fixed by law in Germany. */
export function chooseSales(seed: string, drafts: readonly Draft[], today: Date): Map<Draft, SaleKind> {
  const rng = random(`${seed}/sales`)
  const pinned = drafts.filter(({ pin }) => pin?.sale !== undefined)
  const pinnedFlash = drafts.filter(({ pin }) => pin?.flash !== undefined)
  const old = rng.shuffle(
    drafts.filter(
      (draft) => !draft.pin && !isBook(draft) && Number(today) - Number(draft.product.createdAt) > 100 * DAY,
    ),
  )
  const chosen = new Map<Draft, SaleKind>([
    ...pinned.map((draft) => [draft, 'long'] as const),
    ...pinnedFlash.map((draft) => [draft, 'flash'] as const),
  ])
  // Apart from pinned products, the flash sale contains at most one product per department.
  const isFlash = ({ product }: Draft) => product.variants[0]!.price >= 1500 && product.variants[0]!.price < 30_000
  for (const draft of old.filter(isFlash)) {
    const flash = [...chosen].filter(([, kind]) => kind === 'flash').map(([{ leaf }]) => departmentOf(leaf.path))
    if (flash.length >= Math.round(SHARES.flash * drafts.length)) break
    if (!flash.includes(departmentOf(draft.leaf.path))) chosen.set(draft, 'flash')
  }
  const rest = old.filter((draft) => !chosen.has(draft))
  for (const kind of ['ending', 'recent', 'coming', 'over'] as const)
    for (const draft of rest.splice(0, Math.round(SHARES[kind] * drafts.length))) chosen.set(draft, kind)
  const long = Math.round(LONG_SHARE * drafts.length) - pinned.length
  for (const draft of rest.splice(0, Math.max(0, long))) chosen.set(draft, 'long')
  return chosen
}

interface History {
  product: ProductDocument
  priceChanges: PriceChange[]
}

/** Adds the sale to the product's variants and returns the price history of its SKUs since launch. */
export function priceHistory(seed: string, draft: Draft, kind: SaleKind | undefined, today: Date): History {
  const { product, pin } = draft
  const rng = random(`${seed}/prices/${product._id.toHexString()}`)
  const wanted = pin?.flash ?? pin?.sale
  const shares = kind === 'flash' ? [0.25, 0.3, 0.35, 0.4] : [0.1, 0.12, 0.15, 0.15, 0.2, 0.2, 0.25, 0.3, 0.35, 0.4]
  const share = pin && wanted !== undefined ? 1 - wanted / pin.price : rng.pick(shares)
  const sale = kind && period(kind, rng, today)
  const productId = product._id.toHexString()
  const age = (Number(today) - Number(product.createdAt)) / DAY
  // One product in nine has changed its regular price, half of these within the last month.
  const changed =
    age > 60 && rng.chance(0.11)
      ? later(today, -Math.round((rng.chance(0.5) ? rng.int(12, 29) : rng.int(30, 58)) * DAY))
      : null
  const factor = rng.pick([0.92, 0.95, 1.06, 1.1])
  // The ledger keeps past sales, but half of the product documents no longer have them, as in a real shop.
  const isForgotten = kind === 'over' && rng.chance(0.5)
  const rows: PriceChange[] = []
  const variants = product.variants.map((variant) => {
    const { sku, price } = variant
    const row = (amount: number, validFrom: Date, validUntil: Date | null) =>
      rows.push({
        sku,
        productId,
        price: amount,
        validFrom,
        validUntil,
        createdAt: validFrom < today ? validFrom : today,
      })
    const former = changed ? shopPrice((price / 100) * factor) : price
    if (changed && former !== price) {
      row(former, product.createdAt, null)
      row(price, changed, null)
    } else row(price, product.createdAt, null)
    if (!sale) return variant
    const isGiven = wanted !== undefined && price === Math.round(pin!.price * 100)
    const reduced = isGiven ? Math.round(wanted * 100) : salePrice(Math.min(price, former), share)
    row(reduced, sale.startsAt, sale.endsAt)
    return isForgotten ? variant : { ...variant, sale: { price: reduced, ...sale } }
  })
  return { product: { ...product, variants }, priceChanges: rows }
}
