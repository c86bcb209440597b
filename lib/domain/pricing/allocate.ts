/**
 * Splits `total` in proportion to `weights` by the largest remainder method; on a tie, the earlier part gets the unit.
 * All numbers are whole and at least 0; the parts add up to the total. Throws a RangeError if `total` is above 0 but
 * all weights are 0.
 */
export function allocate(total: number, weights: number[]): number[] {
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n)
  if (sum === 0n) {
    if (total !== 0) throw new RangeError(`${total} cannot be split: no weight is above 0`)
    return weights.map(() => 0)
  }
  // BigInt, because the product of two amounts up to 2,000,000,000 exceeds the precision of a double.
  const shares = weights.map((weight, index) => {
    const exact = BigInt(total) * BigInt(weight)
    return { index, part: Number(exact / sum), remainder: exact % sum }
  })
  const left = total - shares.reduce((all, { part }) => all + part, 0)
  const byRemainder = shares.toSorted((a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder))
  for (const share of byRemainder.slice(0, left)) share.part++
  return shares.map(({ part }) => part)
}
