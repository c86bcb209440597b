import { postgres } from './postgres'
import { bySku, LEDGER_BEFORE_SALES, type LedgerRow } from './price-ledger-sql'

/**
 * Returns, for each SKU on sale at `now`, the ledger rows that its reduction is compared with: the sale, prices valid in
 * the `days` before it, and the regular price at their start. Cost does not grow with a SKU's age. SKUs that are not on
 * sale are missing from the map.
 */
export async function ledgerBeforeSales(skus: string[], now: Date, days: number): Promise<Map<string, LedgerRow[]>> {
  if (skus.length === 0) return new Map()
  return bySku(await postgres().$queryRawUnsafe<(LedgerRow & { sku: string })[]>(LEDGER_BEFORE_SALES, skus, now, days))
}
