import { Client } from 'pg'
import { env } from '@/lib/env'

const CONNECT_MS = 10_000

/**
 * Does the work unless somebody else does work of that name on this database just now; then it returns undefined at once.
 * The lock goes with its connection, so whoever crashes frees it.
 */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
  const client = new Client({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
  })
  client.on('error', () => {}) // the statement that is running fails with it
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
