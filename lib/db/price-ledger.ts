import { postgres } from './postgres'
import { bySku, LEDGER_BEFORE_SALES, type LedgerRow } from './price-ledger-sql'

/**
 * Returns, for each SKU on sale at `now`, the ledger rows that its reduction is compared with: the sale, prices valid
 * in the `days` before it, and the regular price at the start of these days. Its cost does not grow with the age of a
 * SKU. The map lacks SKUs that are not on sale.
 */
export async function ledgerBeforeSales(skus: string[], now: Date, days: number): Promise<Map<string, LedgerRow[]>> {
  if (skus.length === 0) return new Map()
  return bySku(await postgres().$queryRawUnsafe<(LedgerRow & { sku: string })[]>(LEDGER_BEFORE_SALES, skus, now, days))
}
