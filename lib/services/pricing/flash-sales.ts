import type { FlashSaleView, ProductCard } from '@/lib/contracts/catalog/product-view'
import { postgres } from '@/lib/db/postgres'
import { isOnSale } from '@/lib/domain/pricing/pricing'
import { type CardDocument, findProductsOnSale } from '../catalog/documents'
import { toCard } from '../catalog/product-views'
import { factsOf } from '../catalog/products'

const MAX_SHOWN = 4
const POOL = 24
const MAX_CHECKED = 10 * POOL

/** Returns the sales that end soonest. Includes only products in stock whose price has really fallen. */
export async function flashSales(now: Date): Promise<FlashSaleView[]> {
  const offers = (await offersEndingFirst(now)).slice(0, MAX_SHOWN)
  const sold = await unitsSoldSince(offers.map(({ card: { sku }, since }) => ({ sku, since })))
  return offers.map(({ card, left }) => ({
    card,
    endsAt: card.saleEndsAt ?? '',
    left,
    of: left + (sold.get(card.sku) ?? 0),
  }))
}

interface Offer {
  card: ProductCard
  left: number
  since: Date
}

/** Reads the sales that end soonest. Reads further ones as long as too few of these are in stock. */
async function offersEndingFirst(now: Date): Promise<Offer[]> {
  const offers: Offer[] = []
  for (let skip = 0; skip < MAX_CHECKED && offers.length < MAX_SHOWN; skip += POOL) {
    const documents = await findProductsOnSale(now, { limit: POOL, skip })
    const facts = await factsOf(documents, now)
    for (const document of documents) {
      const position = endingFirst(document, now)
      const card = toCard(document, facts, { variant: position })
      const left = facts.stock.get(card.sku)?.onHand ?? 0
      const since = document.variants[position]?.sale?.startsAt ?? now
      if (card.percent > 0 && left > 0) offers.push({ card, left, since })
    }
    if (documents.length < POOL) break
  }
  return offers.sort((a, b) => (a.card.saleEndsAt ?? '').localeCompare(b.card.saleEndsAt ?? ''))
}

function endingFirst({ variants }: CardDocument, now: Date): number {
  const ends = variants.map((variant) =>
    isOnSale(variant, now) ? Number(variant.sale?.endsAt) : Number.POSITIVE_INFINITY,
  )
  return ends.indexOf(Math.min(...ends))
}

/** Returns the units of each SKU sold since its `since`, according to the stock ledger. */
async function unitsSoldSince(lines: { sku: string; since: Date }[]): Promise<Map<string, number>> {
  if (lines.length === 0) return new Map()
  const rows = await postgres().$queryRaw<{ sku: string; sold: number }[]>`
    SELECT sku, -sum(delta)::int AS sold
    FROM "StockMovement" JOIN json_to_recordset(${JSON.stringify(lines)}::json) AS line (sku text, since timestamptz) USING (sku)
    WHERE reason = 'SALE' AND "createdAt" >= line.since
    GROUP BY sku`
  return new Map(rows.map(({ sku, sold }) => [sku, sold]))
}
