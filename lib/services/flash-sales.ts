import type { FlashSaleView } from '@/lib/contracts/product-view'
import { postgres } from '@/lib/db/postgres'
import { isOnSale } from '@/lib/domain/pricing'
import { findProductsOnSale, type ShelfDocument } from './catalog'
import { stockOf } from './inventory'
import { cardsOf } from './products'

const MOST = 4
const POOL = 24

/** The sales that end first, of what is in stock and whose price truly fell. */
export async function flashSales(now: Date): Promise<FlashSaleView[]> {
  const documents = await findProductsOnSale(now, POOL)
  const wanted = documents.map((document) => ({ id: document._id.toHexString(), variant: endingFirst(document, now) }))
  const cards = (await cardsOf(documents, wanted, now))
    .filter(({ percent, stock }) => percent > 0 && stock !== 'sold_out')
    .sort((a, b) => (a.saleEndsAt ?? '').localeCompare(b.saleEndsAt ?? ''))
    .slice(0, MOST)
  const starts = new Map(
    documents.flatMap(({ variants }) => variants.map(({ sku, sale }) => [sku, sale?.startsAt ?? now])),
  )
  const lines = cards.map(({ sku }) => ({ sku, since: starts.get(sku) ?? now }))
  const [stock, sold] = await Promise.all([stockOf(lines.map(({ sku }) => sku)), unitsSoldSince(lines)])
  return cards.map((card) => {
    const left = Math.max(0, stock.get(card.sku)?.onHand ?? 0)
    return { card, endsAt: card.saleEndsAt ?? '', left, of: left + (sold.get(card.sku) ?? 0) }
  })
}

function endingFirst({ variants }: ShelfDocument, now: Date): number {
  const ends = variants.map((variant) =>
    isOnSale(variant, now) ? Number(variant.sale?.endsAt) : Number.POSITIVE_INFINITY,
  )
  return ends.indexOf(Math.min(...ends))
}

/** Units of each SKU sold since its moment, by the stock ledger. */
async function unitsSoldSince(lines: { sku: string; since: Date }[]): Promise<Map<string, number>> {
  if (lines.length === 0) return new Map()
  const rows = await postgres().$queryRaw<{ sku: string; sold: number }[]>`
    SELECT sku, -sum(delta)::int AS sold
    FROM "StockMovement" JOIN json_to_recordset(${JSON.stringify(lines)}::json) AS line (sku text, since timestamptz) USING (sku)
    WHERE reason = 'SALE' AND "createdAt" >= line.since
    GROUP BY sku`
  return new Map(rows.map(({ sku, sold }) => [sku, sold]))
}
