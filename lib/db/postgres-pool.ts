import { Pool, type PoolConfig } from 'pg'
import { env } from '@/lib/env'

export const WAIT_FOR_CONNECTION_MS = 30_000 // long, because requests should queue during a rush rather than fail
const STATEMENT_TIMEOUT_MS = 15_000
const LOCK_TIMEOUT_MS = 2_000
const SILENCE_MS = 20_000 // for when the server does not even report a statement timeout

/**
 * Opens a pool of at most `max` connections to Postgres. Statements fail after 15 s, or after they have waited 2 s for
 * a lock.
 */
export function openPool(max: number, limits: Partial<PoolConfig> = {}): Pool {
  const pool = new Pool({
    connectionString: env().DATABASE_URL,
    max,
    connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    query_timeout: SILENCE_MS,
    idleTimeoutMillis: 30_000,
    ...limits,
  })
  // While the pool hands a connection to its next user, the connection has no error listener, so losing it would crash
  // the process. The next user gets the error instead.
  pool.on('connect', (connection) => connection.on('error', () => {}))
  pool.on('error', () => {})
  return pool
}
