/** The VAT contained in a gross amount. Minor units and basis points in, whole minor units out, half up. */
export function taxWithin(gross: number, rate: number): number {
  return Math.round((gross * rate) / (10_000 + rate))
}

/**
 * VAT contained in an order whose delivery is taxed in proportion to the goods (§ 3.10 UStAE: an ancillary supply shares
 * the fate of the main one). `lines` are gross; amounts are minor units. The parts sum up to the whole exactly.
 */
export function taxByRate(
  lines: { total: number; taxRate: number }[],
  shipping: number,
): { rate: number; gross: number; tax: number }[] {
  const grossByRate = new Map<number, number>()
  for (const { total, taxRate } of lines) grossByRate.set(taxRate, (grossByRate.get(taxRate) ?? 0) + total)
  const goods = lines.reduce((sum, { total }) => sum + total, 0)
  const rates = [...grossByRate].sort(([a], [b]) => b - a)
  let shippingLeft = shipping
  return rates.map(([rate, gross], index) => {
    const isLast = index === rates.length - 1
    const share = isLast ? shippingLeft : goods > 0 ? Math.round((shipping * gross) / goods) : 0
    shippingLeft -= share
    return { rate, gross: gross + share, tax: taxWithin(gross + share, rate) }
  })
}
