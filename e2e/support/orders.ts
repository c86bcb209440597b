import { Client } from 'pg'
import { joinRunningStore } from '@/lib/dev/launcher/running-store'
import { loadSettings } from '@/lib/dev/launcher/settings'
import { deliverOrder } from '@/lib/dev/testing/deliver-order'

/** Marks an order as shipped and delivered, as staff and the carrier would. */
export async function deliver(orderId: string): Promise<void> {
  const { databaseUrl } = joinRunningStore(loadSettings('production'))
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await deliverOrder(orderId, (sql, id) => client.query(sql, [id]))
  } finally {
    await client.end()
  }
}
