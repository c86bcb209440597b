import type { Tx } from '@/lib/db/postgres'
import { enqueue } from '@/lib/jobs/enqueue'

/** Long enough for the catalogue to follow the prices, which are written to Postgres first. */
const DELAY_MS = 60_000

/**
 * Enqueues a look at the prices of these products, at most 500, if any of them is on somebody's list. People are told
 * of those that fell after `since`.
 */
export async function watchPrices(tx: Tx, productIds: string[], since: Date): Promise<void> {
  if (productIds.length === 0) return
  const saved = await tx.wishlistItem.findMany({
    where: { productId: { in: productIds }, removedAt: null },
    distinct: ['productId'],
    select: { productId: true },
  })
  if (saved.length === 0) return
  const data = { productIds: saved.map(({ productId }) => productId), since: since.toISOString() }
  await enqueue(tx, { name: 'price.drops', data, startAfter: new Date(Date.now() + DELAY_MS) })
}
