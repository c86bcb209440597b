import { Pool } from 'pg'
import { env } from '@/lib/env'

export const WAIT_FOR_CONNECTION_MS = 30_000 // a rush is a queue, not an error
const STATEMENT_TIMEOUT_MS = 15_000
const SILENCE_MS = 20_000 // a server that cannot even say that it ended a statement

/** Connections of the store's to Postgres, at most that many. */
export function openPool(max: number): Pool {
  const pool = new Pool({
    connectionString: env().DATABASE_URL,
    max,
    connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: SILENCE_MS,
    idleTimeoutMillis: 30_000,
  })
  // On its way from one user to the next a connection has nobody who listens, and its end would end the process. Whoever
  // uses it next fails and says so.
  pool.on('connect', (connection) => connection.on('error', () => {}))
  pool.on('error', () => {})
  return pool
}
