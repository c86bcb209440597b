/** A row of the price ledger, as `lib/domain/pricing` reads it. */
export interface LedgerRow {
  /** Price in minor units. */
  price: number
  validFrom: Date
  validUntil: Date | null
}

/**
 * The SQL of `ledgerBeforeSales`. Parameters: $1 SKUs, $2 now, $3 days. In a file of its own, because the search index
 * runs it without Prisma.
 */
export const LEDGER_BEFORE_SALES = `
  WITH sale AS (
    SELECT DISTINCT ON (sku) sku, "validFrom" AS "begun", "validFrom" - make_interval(hours => 24 * $3::int) AS "since"
    FROM "PriceChange"
    WHERE sku = ANY($1::text[]) AND "validFrom" <= $2::timestamptz AND "validUntil" > $2::timestamptz
    ORDER BY sku, "validFrom" DESC
  )
  SELECT p.sku, p.price, p."validFrom", p."validUntil"
  FROM sale JOIN "PriceChange" p USING (sku)
  WHERE p."validFrom" <= sale."begun" AND (
    p."validFrom" > sale."since" OR p."validUntil" > sale."since" OR (p."validUntil" IS NULL AND p."validFrom" = (
      SELECT max(r."validFrom") FROM "PriceChange" r
      WHERE r.sku = sale.sku AND r."validUntil" IS NULL AND r."validFrom" <= sale."since"
    ))
  )
  ORDER BY p.id`

/** Groups rows of the price ledger by SKU. */
export function bySku(rows: (LedgerRow & { sku: string })[]): Map<string, LedgerRow[]> {
  const ledgers = new Map<string, LedgerRow[]>()
  for (const { sku, ...row } of rows) {
    const known = ledgers.get(sku)
    if (known) known.push(row)
    else ledgers.set(sku, [row])
  }
  return ledgers
}
