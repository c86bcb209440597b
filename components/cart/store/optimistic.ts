import type { CartLine, CartView } from '@/lib/contracts/cart'

/** What a product page knows about a new cart line, enough to show the line before the server answers. */
export type KnownLine = Pick<CartLine, 'sku' | 'name' | 'unitPrice'> &
  Partial<Pick<CartLine, 'slug' | 'image' | 'optionsText' | 'wasPrice'>>

/** A change to the cart. The route /cart/{type} accepts it. */
export type CartChange =
  | { type: 'add'; line: KnownLine; quantity: number }
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
      return withLines(cart, added(cart.lines, change.line, change.quantity))
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

function added(lines: CartLine[], known: KnownLine, quantity: number): CartLine[] {
  if (lines.some(({ sku }) => sku === known.sku))
    return lines.map((line) => (line.sku === known.sku ? withQuantity(line, line.quantity + quantity) : line))
  const line = { productId: '', slug: null, image: null, optionsText: '', wasPrice: null, ...known }
  return [...lines, withQuantity({ ...line, quantity: 0, total: 0, left: null, issues: [] }, quantity)]
}

function withQuantity(line: CartLine, quantity: number): CartLine {
  const issues = line.issues.filter((issue) => issue.type !== 'short' || issue.left < quantity)
  return { ...line, quantity, total: line.unitPrice * quantity, issues }
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
