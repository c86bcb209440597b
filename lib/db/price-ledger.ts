import { postgres } from './postgres'
import { bySku, LEDGER_BEFORE_SALES, type LedgerRow } from './price-ledger-sql'

/**
 * Returns the ledger rows that are needed to find the lowest price before a sale, for each SKU on sale at `now`: the
 * sale, the prices valid in the `days` before it, and the regular price at the start of these days. SKUs that are not
 * on sale are missing from the map. A long price history does not make it slower.
 */
export async function ledgerBeforeSales(skus: string[], now: Date, days: number): Promise<Map<string, LedgerRow[]>> {
  if (skus.length === 0) return new Map()
  return bySku(await postgres().$queryRawUnsafe<(LedgerRow & { sku: string })[]>(LEDGER_BEFORE_SALES, skus, now, days))
}
