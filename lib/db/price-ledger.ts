import { postgres } from './postgres'

/** A row of the price ledger, as `lib/domain/pricing` reads it. */
interface LedgerRow {
  /** Minor units. */
  price: number
  validFrom: Date
  validUntil: Date | null
}

/**
 * The part of the ledger that says what a reduction is compared with: of each SKU that is on sale at that moment the sale,
 * what was valid in the `days` before it began, and the regular price in force at their start. However long a SKU has
 * been sold, that is what it did in these days. SKUs that are not on sale are not in the map.
 */
export async function ledgerBeforeSales(skus: string[], now: Date, days: number): Promise<Map<string, LedgerRow[]>> {
  if (skus.length === 0) return new Map()
  const rows = await postgres().$queryRaw<(LedgerRow & { sku: string })[]>`
    WITH sale AS (
      SELECT DISTINCT ON (sku) sku, "validFrom" AS "begun", "validFrom" - make_interval(hours => 24 * ${days}::int) AS "since"
      FROM "PriceChange"
      WHERE sku = ANY(${skus}::text[]) AND "validFrom" <= ${now} AND "validUntil" > ${now}
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
  const ledgers = new Map<string, LedgerRow[]>()
  for (const { sku, ...row } of rows) ledgers.set(sku, [...(ledgers.get(sku) ?? []), row])
  return ledgers
}
