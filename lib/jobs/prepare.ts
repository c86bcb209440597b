import { Client, DatabaseError, Pool } from 'pg'
import PgBoss from 'pg-boss'
import { env } from '@/lib/env'
import { logFailure } from './log'
import { QUEUE_NAMES, QUEUES } from './queues'

const CONNECT_MS = 10_000
const STATEMENT_MS = 30_000
const LOCK_WAIT_MS = 20_000
const LOCK_NOT_AVAILABLE = '55P03'

/**
 * Creates or updates the job queues in Postgres. Several processes may call this repeatedly and at once. Throws if
 * another process keeps the lock for longer than `lockWaitMs`.
 */
export async function prepareJobs({ lockWaitMs = LOCK_WAIT_MS } = {}): Promise<void> {
  const client = new Client({ ...connection(), lock_timeout: lockWaitMs })
  client.on('error', () => {}) // the running statement reports the same error
  try {
    await client.connect()
    // Takes a lock, because two processes doing this at once would deadlock on the queue tables. Closing the connection
    // releases it.
    await client.query(`SELECT pg_advisory_lock(hashtext('nexus: prepare jobs'))`)
    const boss = new PgBoss({ db: sqlOver(client), schedule: false, supervise: false })
    await boss.start()
    for (const name of QUEUE_NAMES) {
      await boss.createQueue(name, { name, ...QUEUES[name].options })
      await boss.updateQueue(name, { name, ...QUEUES[name].options })
    }
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code === LOCK_NOT_AVAILABLE)) throw error
    throw new Error('Another process has been preparing the job queues for too long, or hangs.', { cause: error })
  } finally {
    await client.end().catch(() => {})
  }
}

/** Opens a worker's connection pool. Statements have a time limit, and so has waiting for a lock. */
export function openQueuePool(): Pool {
  const pool = new Pool({ ...connection(), max: 3, lock_timeout: LOCK_WAIT_MS })
  pool.on('error', (error) => logFailure('lost a connection to Postgres', error))
  return pool
}

const connection = () => ({
  connectionString: env().DATABASE_URL,
  connectionTimeoutMillis: CONNECT_MS,
  statement_timeout: STATEMENT_MS,
  query_timeout: STATEMENT_MS + 5_000, // for when the server does not even report the timeout
  keepAlive: true,
})

/** Wraps a pool or client of `pg` in the interface that pg-boss expects. */
export const sqlOver = (connections: Pool | Client): PgBoss.Db => ({
  executeSql: (text, values?: unknown[]) => connections.query(text, values),
})
