import type { CartLine, CartView } from '@/lib/contracts/cart'
import { MAX_QUANTITY } from '@/lib/domain/cart'

/** What a product page knows about a new cart line, enough to show the line before the server answers. */
export type KnownLine = Pick<CartLine, 'sku' | 'name' | 'unitPrice'> &
  Partial<Pick<CartLine, 'slug' | 'image' | 'optionsText' | 'wasPrice'>>

/** A removed line that is put back. `seenUnitPrice` is the price that the shopper saw first, in minor units. */
type PutBack = Pick<CartLine, 'addedAt'> & { seenUnitPrice: number }

/** A change to the cart. The route /cart/{type} accepts it. */
export type CartChange =
  | { type: 'add'; line: KnownLine; quantity: number; putBack?: PutBack }
  | { type: 'change'; sku: string; quantity: number }
  | { type: 'remove'; sku: string }
  | { type: 'accept' }

/**
 * Returns the cart that a change should lead to, to be shown until the server answers. Undefined if the cart is not
 * loaded yet.
 */
export function afterChange(cart: CartView | undefined, change: CartChange): CartView | undefined {
  if (!cart) return undefined
  switch (change.type) {
    case 'add':
      return withLines(cart, added(cart.lines, change))
    case 'change':
      return withLines(
        cart,
        cart.lines.map((line) => (line.sku === change.sku ? withQuantity(line, change.quantity) : line)),
      )
    case 'remove':
      return withLines(
        cart,
        cart.lines.filter(({ sku }) => sku !== change.sku),
      )
    case 'accept':
      return withLines(
        cart,
        cart.lines.map((line) => ({ ...line, issues: line.issues.filter(({ type }) => type !== 'price_changed') })),
      )
  }
}

/** Returns the index at which a removed line was, in the order of `addedAt` and SKU. */
export function placeOf(lines: CartLine[], { sku, addedAt }: Pick<CartLine, 'sku' | 'addedAt'>): number {
  const next = lines.findIndex((line) => line.addedAt > addedAt || (line.addedAt === addedAt && line.sku > sku))
  return next < 0 ? lines.length : next
}

function added(lines: CartLine[], change: Extract<CartChange, { type: 'add' }>): CartLine[] {
  const { line: known, quantity, putBack } = change
  if (lines.some(({ sku }) => sku === known.sku))
    return lines.map((line) => (line.sku === known.sku ? withQuantity(line, line.quantity + quantity) : line))
  const addedAt = putBack?.addedAt ?? new Date().toISOString()
  const line = { productId: '', slug: null, image: null, optionsText: '', wasPrice: null, ...known, addedAt }
  const place = putBack ? placeOf(lines, line) : lines.length
  const unknown = { quantity: 0, total: 0, left: null, hasAll: false, issues: [] }
  return [...lines.slice(0, place), withQuantity({ ...line, ...unknown }, quantity), ...lines.slice(place)]
}

function withQuantity(line: CartLine, wanted: number): CartLine {
  const quantity = Math.min(wanted, line.left ?? MAX_QUANTITY, MAX_QUANTITY)
  const issues = line.issues.filter((issue) => issue.type !== 'short' || issue.left < quantity)
  return { ...line, quantity, total: line.unitPrice * quantity, hasAll: false, issues }
}

function withLines(cart: CartView, lines: CartLine[]): CartView {
  const bought = lines.filter(({ issues }) => !issues.some(({ type }) => type === 'gone'))
  const subtotal = bought.reduce((sum, { total }) => sum + total, 0)
  const missingForFree = Math.max(0, cart.delivery.freeFrom - subtotal)
  return {
    ...cart,
    lines,
    count: bought.reduce((sum, { quantity }) => sum + quantity, 0),
    subtotal,
    delivery: { ...cart.delivery, missingForFree, standard: missingForFree === 0 ? 0 : cart.delivery.standard },
  }
}
