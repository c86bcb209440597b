import { Client } from 'pg'
import { joinRunningStore } from '@/lib/dev/launcher/running-store'
import { loadSettings } from '@/lib/dev/launcher/settings'

async function withStore<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const { databaseUrl } = joinRunningStore(loadSettings('production'))
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Returns a product of which nothing is in stock, and one of its SKUs. `skip` is the number of such products to leave out. */
export const soldOutProduct = (skip = 0): Promise<{ productId: string; sku: string }> =>
  withStore(async (client) => {
    const { rows } = await client.query<{ productId: string; sku: string }>(
      `SELECT "productId", min(sku) AS sku FROM "Inventory"
       GROUP BY "productId" HAVING max("onHand") = 0 AND count(*) = 1 ORDER BY "productId" DESC OFFSET $1 LIMIT 1`,
      [skip],
    )
    const [product] = rows
    if (!product) throw new Error('Too few products are sold out')
    return product
  })

/** Changes the stock of a SKU, as a delivery or a correction would, and enqueues the mails to those who wait for it. */
export const changeStock = (sku: string, delta: number): Promise<void> =>
  withStore(async (client) => {
    await client.query('BEGIN')
    await client.query('UPDATE "Inventory" SET "onHand" = "onHand" + $2 WHERE sku = $1', [sku, delta])
    await client.query(
      `INSERT INTO "StockMovement" (sku, delta, reason, actor) VALUES ($1, $2, 'CORRECTION', 'journey')`,
      [sku, delta],
    )
    if (delta > 0)
      await client.query(`INSERT INTO pgboss.job (name, data) VALUES ('stock.back', $1)`, [JSON.stringify({ sku })])
    await client.query('COMMIT')
  })
