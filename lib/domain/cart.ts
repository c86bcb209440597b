export const MAX_CART_LINES = 100

/** Why a line cannot be bought as it stands; told line by line. Prices are minor units. */
export type CartLineIssue =
  | { type: 'price_changed'; from: number; to: number }
  | { type: 'short'; left: number }
  | { type: 'sold_out' }
  | { type: 'gone' }

/** Why a line holds fewer units than the shopper asked for. */
export type QuantityNotice = { type: 'only_left'; left: number } | { type: 'at_most'; max: number }

/** As many units as there are and as a line may hold, and the reason where that is not what was asked for. */
export function clipQuantity(limits: { wanted: number; onHand: number; max: number }): {
  quantity: number
  notice: QuantityNotice | null
} {
  const { wanted, onHand, max } = limits
  if (wanted <= Math.min(onHand, max)) return { quantity: wanted, notice: null }
  if (onHand < max) return { quantity: onHand, notice: { type: 'only_left', left: onHand } }
  return { quantity: max, notice: { type: 'at_most', max } }
}

/** What stands in the way of a line whose SKU still exists. */
export function lineIssues(line: {
  quantity: number
  seenUnitPrice: number
  unitPrice: number
  onHand: number
}): CartLineIssue[] {
  const { quantity, seenUnitPrice, unitPrice, onHand } = line
  const issues: CartLineIssue[] = []
  if (unitPrice !== seenUnitPrice) issues.push({ type: 'price_changed', from: seenUnitPrice, to: unitPrice })
  if (onHand < quantity) issues.push(shortage(onHand))
  return issues
}

/** How it is told that fewer units are left than wanted. */
export const shortage = (left: number): CartLineIssue => (left > 0 ? { type: 'short', left } : { type: 'sold_out' })
