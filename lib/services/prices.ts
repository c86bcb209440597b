import { postgres } from '@/lib/db/postgres'
import { lowestPriceBefore, type PriceRecord } from '@/lib/domain/pricing'

/**
 * For each SKU that is reduced now, the lowest price of the 30 days before (minor units): what a reduction is compared
 * with. SKUs that are not reduced, or were not sold before, are not in the map.
 */
export async function lowestPricesBefore(skus: string[], now: Date): Promise<Map<string, number>> {
  if (skus.length === 0) return new Map()
  const rows = await postgres().priceChange.findMany({
    where: { sku: { in: skus } },
    select: { sku: true, price: true, validFrom: true, validUntil: true },
  })
  const ledgers = new Map<string, PriceRecord[]>()
  for (const { sku, ...record } of rows) ledgers.set(sku, [...(ledgers.get(sku) ?? []), record])
  const lowest = new Map<string, number>()
  for (const [sku, records] of ledgers) {
    const price = lowestPriceBefore(records, now)
    if (price !== null) lowest.set(sku, price)
  }
  return lowest
}
