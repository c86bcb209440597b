import { Pool } from 'pg'
import PgBoss from 'pg-boss'
import { env } from '@/lib/env'
import { QUEUE_NAMES, QUEUES } from './queues'

/** Creates the job queues in Postgres or brings them up to date. May run any number of times, also at once. */
export async function prepareJobs(): Promise<void> {
  const pool = new Pool({ connectionString: env().DATABASE_URL, max: 1, connectionTimeoutMillis: 10_000 })
  pool.on('error', () => {}) // the statement that is running fails with it
  try {
    const boss = new PgBoss({ db: sqlOver(pool), schedule: false, supervise: false })
    await boss.start()
    for (const name of QUEUE_NAMES) {
      await boss.createQueue(name, { name, ...QUEUES[name].options })
      await boss.updateQueue(name, { name, ...QUEUES[name].options })
    }
  } finally {
    await pool.end()
  }
}

/** A pool of ours as pg-boss uses one. */
export const sqlOver = (pool: Pool): PgBoss.Db => ({
  executeSql: (text, values?: unknown[]) => pool.query(text, values),
})
