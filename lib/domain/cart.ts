import { tidyLine } from './typed-text'

export const MAX_CART_LINES = 100
/** Maximum number of units per cart line. */
export const MAX_QUANTITY = 99
const MAX_TYPED = 1_000_000

/**
 * Returns a typed whole number of units, 0 included; null if the text is anything else. Numbers above a million count
 * as a million.
 */
export function typedQuantity(typed: string): number | null {
  const text = tidyLine(typed).normalize('NFKC')
  return /^\d+$/.test(text) ? Math.min(Number(text), MAX_TYPED) : null
}

/** Why a cart line cannot be bought as it is. Prices are in minor units. */
export type CartLineIssue =
  | { type: 'price_changed'; from: number; to: number }
  | { type: 'short'; left: number }
  | { type: 'sold_out' }
  | { type: 'gone' }

/** Returns whether a line with these issues can still be bought, if perhaps with fewer units. */
export const isForSale = ({ issues }: { issues: CartLineIssue[] }): boolean =>
  issues.every(({ type }) => type !== 'sold_out' && type !== 'gone')

/** Why a cart line has fewer units than requested. */
export type QuantityNotice = { type: 'only_left'; left: number } | { type: 'at_most'; max: number }

/** Returns the wanted quantity, reduced to the stock and the limit per line. `notice` says why it was reduced. */
export function clipQuantity(limits: { wanted: number; onHand: number; max: number }): {
  quantity: number
  notice: QuantityNotice | null
} {
  const { wanted, onHand, max } = limits
  if (wanted <= Math.min(onHand, max)) return { quantity: wanted, notice: null }
  if (onHand < max) return { quantity: onHand, notice: { type: 'only_left', left: onHand } }
  return { quantity: max, notice: { type: 'at_most', max } }
}

/** Returns the issues of a line whose SKU still exists. */
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

/** Returns the issue of a cart line that needs more than the `left` units in stock. */
export const shortage = (left: number): CartLineIssue => (left > 0 ? { type: 'short', left } : { type: 'sold_out' })
