import { postgres } from './postgres'
import { bySku, LEDGER_BEFORE_SALES, type LedgerRow } from './price-ledger-sql'

/**
 * The part of the ledger that says what a reduction is compared with: of each SKU that is on sale at that moment the sale,
 * what was valid in the `days` before it began, and the regular price in force at their start. However long a SKU has
 * been sold, that is what it did in these days. SKUs that are not on sale are not in the map.
 */
export async function ledgerBeforeSales(skus: string[], now: Date, days: number): Promise<Map<string, LedgerRow[]>> {
  if (skus.length === 0) return new Map()
  return bySku(await postgres().$queryRawUnsafe<(LedgerRow & { sku: string })[]>(LEDGER_BEFORE_SALES, skus, now, days))
}
