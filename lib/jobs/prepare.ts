import { Client, type Pool } from 'pg'
import PgBoss from 'pg-boss'
import { env } from '@/lib/env'
import { QUEUE_NAMES, QUEUES } from './queues'

/** Creates the job queues in Postgres or brings them up to date. May run any number of times, also at once. */
export async function prepareJobs(): Promise<void> {
  const client = new Client({ connectionString: env().DATABASE_URL, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {}) // the statement that is running fails with it
  try {
    await client.connect()
    // Two at once would deadlock over the tables of the queues. The lock goes with the connection.
    await client.query(`SELECT pg_advisory_lock(hashtext('nexus: prepare jobs'))`)
    const boss = new PgBoss({ db: sqlOver(client), schedule: false, supervise: false })
    await boss.start()
    for (const name of QUEUE_NAMES) {
      await boss.createQueue(name, { name, ...QUEUES[name].options })
      await boss.updateQueue(name, { name, ...QUEUES[name].options })
    }
  } finally {
    await client.end()
  }
}

/** Connections of ours as pg-boss uses them. */
export const sqlOver = (connections: Pool | Client): PgBoss.Db => ({
  executeSql: (text, values?: unknown[]) => connections.query(text, values),
})
