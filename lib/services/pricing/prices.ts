import { ledgerBeforeSales } from '@/lib/db/price-ledger'
import { lowestPriceBefore, PRICE_HISTORY_DAYS } from '@/lib/domain/pricing/pricing'

/**
 * Returns the lowest price (minor units) of the 30 days before the sale, for each SKU on sale now. SKUs that are not on
 * sale, or were not sold before the sale, are missing from the map.
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
