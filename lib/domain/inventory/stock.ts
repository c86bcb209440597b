/** What a page says about the stock of a SKU: a page is only rendered anew when this changes. */
export type StockState = 'in_stock' | 'few_left' | 'sold_out'

/** The state for so many units on hand. At the threshold they are already few. */
export function stockState(onHand: number, lowStockThreshold: number): StockState {
  if (onHand <= 0) return 'sold_out'
  return onHand <= lowStockThreshold ? 'few_left' : 'in_stock'
}
