/** Rounds euros to a typical shop price and returns it in cents: €1,249, €389, €44, €10.90, €3.20. */
export function shopPrice(euros: number): number {
  if (euros < 5) return Math.max(10, Math.round(euros * 10) * 10)
  if (euros < 20) return Math.round(euros * 2) * 50 - (Math.round(euros * 2) % 2 === 0 ? 10 : 0)
  if (euros < 60) return (Math.round(euros) - (Math.round(euros) % 10 === 0 ? 1 : 0)) * 100
  if (euros < 200) {
    const tens = Math.floor(euros / 10) * 10
    const rest = euros - tens
    return (rest < 2 ? tens - 1 : rest < 7 ? tens + 5 : tens + 9) * 100
  }
  return Math.round(euros / 10) * 1000 - 100
}

/**
 * Returns the regular price reduced by `share` (0–1) and rounded to a typical shop price below the regular one, in
 * cents.
 */
export function salePrice(regular: number, share: number): number {
  let euros = (regular / 100) * (1 - share)
  let price = shopPrice(euros)
  while (price >= regular && price > 10) {
    euros -= Math.max(0.1, euros * 0.05)
    price = shopPrice(euros)
  }
  return price
}
