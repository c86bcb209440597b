/** Stock states as pages show them. Pages are rendered again only when the state changes. */
export const STOCK_STATES = ['in_stock', 'few_left', 'sold_out'] as const
export type StockState = (typeof STOCK_STATES)[number]

/** Returns the stock state for this number of units. A number equal to the threshold counts as few left. */
export function stockState(onHand: number, lowStockThreshold: number): StockState {
  if (onHand <= 0) return 'sold_out'
  return onHand <= lowStockThreshold ? 'few_left' : 'in_stock'
}
