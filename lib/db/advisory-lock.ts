import { Client } from 'pg'
import { env } from '@/lib/env'

const CONNECT_MS = 10_000
const STATEMENT_MS = 10_000
/**
 * A process that does not use its connection for this long, because it hangs or its machine is gone, loses the lock.
 */
const MAX_SILENCE_MS = 60_000

/**
 * Runs the work under a named lock of this database. Resolves to undefined at once if another process holds the lock.
 * The lock belongs to a database connection, so it is freed within a minute if the process ends, hangs or loses its
 * network.
 */
export async function alone<T>(
  name: string,
  work: () => Promise<T>,
  limits: { maxSilenceMs?: number; heartbeatMs?: number } = {},
): Promise<T | undefined> {
  const { maxSilenceMs = MAX_SILENCE_MS } = limits
  const { heartbeatMs = maxSilenceMs / 3 } = limits
  const client = new Client({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: STATEMENT_MS,
    keepAlive: true,
  })
  client.on('error', () => {}) // The running statement reports the same error.
  let heartbeat: NodeJS.Timeout | undefined
  try {
    await client.connect()
    await client.query(`SELECT set_config('idle_session_timeout', $1, false)`, [String(Math.round(maxSilenceMs))])
    const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock(hashtext($1)) AS locked', [
      name,
    ])
    if (!rows[0]?.locked) return undefined
    heartbeat = setInterval(() => client.query('SELECT 1').catch(() => {}), heartbeatMs)
    return await work()
  } finally {
    clearInterval(heartbeat)
    await client.end().catch(() => {})
  }
}
