import { Client } from 'pg'
import { env } from '@/lib/env'

const CONNECT_MS = 10_000

/**
 * Runs `work` under a lock on this database; returns undefined at once if another process holds the lock of that `name`.
 * A crash releases it, as it belongs to the connection.
 */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
  const client = new Client({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
  })
  client.on('error', () => {}) // The running statement rejects with it.
  try {
    await client.connect()
    const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock(hashtext($1)) AS locked', [
      name,
    ])
    return rows[0]?.locked ? await work() : undefined
  } finally {
    await client.end().catch(() => {})
  }
}
