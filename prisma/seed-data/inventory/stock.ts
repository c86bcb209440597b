import type { Draft } from '../catalog/products'
import type { Order } from '../orders/orders'
import { type Rng, random } from '../random'
import { DAY, later } from '../time'

export interface Inventory {
  sku: string
  productId: string
  onHand: number
  lowStockThreshold: number
}

export interface StockMovement {
  sku: string
  delta: number
  reason: 'INITIAL' | 'RECEIPT' | 'SALE' | 'RETURN' | 'CANCELLATION' | 'CORRECTION'
  orderId: string | null
  actor: string
  createdAt: Date
}

const SOLD_OUT_SHARE = 0.1

/** Returns the ids of products that are sold out: a tenth of all products, but none of those in `keep`. */
export function chooseSoldOut(seed: string, drafts: readonly Draft[], keep: ReadonlySet<Draft>): Set<string> {
  const rng = random(`${seed}/sold-out`)
  const candidates = rng.shuffle(drafts.filter((draft) => !draft.pin && !keep.has(draft)))
  const count = Math.round(SOLD_OUT_SHARE * drafts.length)
  return new Set(candidates.slice(0, count).map(({ product }) => product._id.toHexString()))
}

function unitsLeft(rng: Rng, isKept: boolean, isPinned: boolean): number {
  if (isKept) return rng.int(3, 36)
  const kind = rng.next()
  if (!isPinned && kind < 0.07) return 0
  if (!isPinned && kind < 0.2) return rng.int(1, 3)
  return 4 + Math.floor(rng.next() ** 2.2 * 197)
}

/**
 * Returns the stock and the movements that led to it. The stock of a SKU is the sum of its movements and was never
 * below zero.
 */
export function makeStock(
  seed: string,
  drafts: readonly Draft[],
  orders: readonly Order[],
  { soldOut, keep, today }: { soldOut: ReadonlySet<string>; keep: ReadonlySet<Draft>; today: Date },
): { inventory: Inventory[]; movements: StockMovement[] } {
  const ofOrders = orderMovements(orders)
  const inventory: Inventory[] = []
  const movements: StockMovement[] = []
  for (const draft of drafts) {
    const { product, pin } = draft
    const rng = random(`${seed}/stock/${product._id.toHexString()}`)
    const isSoldOut = soldOut.has(product._id.toHexString())
    const wanted: number[] = product.variants.map(() =>
      isSoldOut ? 0 : unitsLeft(rng, keep.has(draft), pin !== undefined),
    )
    if (!isSoldOut && !wanted.some((units) => units > 0)) wanted[0] = rng.int(4, 30)
    product.variants.forEach(({ sku }, index) => {
      const history = ofOrders.get(sku) ?? []
      const gone = -history.reduce((sum, { delta }) => sum + Math.min(0, delta), 0)
      const back = history.reduce((sum, { delta }) => sum + Math.max(0, delta), 0)
      const stays = Math.max(0, wanted[index]! - back)
      const received = stays > 20 && rng.chance(0.3) ? Math.floor(stays / 2) : 0
      // If a product is sold out without having been ordered, its stock was written off.
      const lost = stays + gone === 0 ? rng.int(2, 18) : 0
      const add = (delta: number, reason: StockMovement['reason'], createdAt: Date) => {
        if (delta !== 0) movements.push({ sku, delta, reason, orderId: null, actor: 'warehouse', createdAt })
      }
      add(stays + gone - received + lost, 'INITIAL', product.createdAt)
      const age = Number(today) - Number(product.createdAt)
      add(received, 'RECEIPT', later(product.createdAt, Math.floor((age * rng.int(2, 8)) / 10)))
      add(-lost, 'CORRECTION', later(product.createdAt, Math.floor((age * rng.int(5, 9)) / 10)))
      movements.push(...history)
      inventory.push({
        sku,
        productId: product._id.toHexString(),
        onHand: stays + back,
        lowStockThreshold: draft.leaf.path.startsWith('groceries') ? 8 : 5,
      })
    })
  }
  return { inventory, movements: movements.sort((a, b) => Number(a.createdAt) - Number(b.createdAt)) }
}

function orderMovements(orders: readonly Order[]): Map<string, StockMovement[]> {
  const bySku = new Map<string, StockMovement[]>()
  for (const { id, placedAt, items, events } of orders) {
    const end = events.find(({ type }) => type === 'CANCELLED' || type === 'REFUNDED')
    for (const { sku, quantity } of items) {
      const list = bySku.get(sku) ?? []
      bySku.set(sku, list)
      list.push({ sku, delta: -quantity, reason: 'SALE', orderId: id, actor: 'shop', createdAt: placedAt })
      if (!end) continue
      const reason = end.type === 'CANCELLED' ? 'CANCELLATION' : 'RETURN'
      const createdAt = later(end.createdAt, reason === 'RETURN' ? -DAY : 0)
      list.push({ sku, delta: quantity, reason, orderId: id, actor: 'warehouse', createdAt })
    }
  }
  return bySku
}
