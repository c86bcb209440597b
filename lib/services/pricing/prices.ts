import { ledgerBeforeSales } from '@/lib/db/price-ledger'
import { lowestPriceBefore, PRICE_HISTORY_DAYS } from '@/lib/domain/pricing/pricing'

/**
 * For each SKU that is reduced now, the lowest price of the 30 days before (minor units): what a reduction is compared
 * with. SKUs that are not reduced, or were not sold before, are not in the map.
 */
export async function lowestPricesBefore(skus: string[], now: Date): Promise<Map<string, number>> {
  const ledgers = await ledgerBeforeSales(skus, now, PRICE_HISTORY_DAYS)
  const lowest = new Map<string, number>()
  for (const [sku, records] of ledgers) {
    const price = lowestPriceBefore(records, now)
    if (price !== null) lowest.set(sku, price)
  }
  return lowest
}
