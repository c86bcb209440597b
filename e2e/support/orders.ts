import { Client } from 'pg'
import { joinRunningStore } from '@/lib/dev/launcher/running-store'
import { loadSettings } from '@/lib/dev/launcher/settings'

/** Notes that an order has reached its buyer, as carrier and staff would. */
export async function deliver(orderId: string): Promise<void> {
  const { databaseUrl } = joinRunningStore(loadSettings('production'))
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(`UPDATE "Order" SET status = 'DELIVERED' WHERE id = $1`, [orderId])
    await client.query(`INSERT INTO "OrderEvent" ("orderId", type, actor) VALUES ($1, 'DELIVERED', 'carrier')`, [
      orderId,
    ])
  } finally {
    await client.end()
  }
}
