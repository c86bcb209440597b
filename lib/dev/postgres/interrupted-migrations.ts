import { Client } from 'pg'
import { administrate } from './administration'

/**
 * Prepares a database for migrations after a launcher was killed during one. Otherwise Prisma would ask the user to
 * decide what to do. Only for databases that nothing else uses.
 *
 * A migration runs as one transaction, so it was applied either completely or not at all. A database without rows is
 * dropped. In any other, the interrupted migration counts as not applied, and its name is returned for `migrate
 * resolve`.
 */
export async function interruptedMigrations(databaseUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  let names: string[]
  let isEmpty: boolean
  try {
    await client.connect()
    names = await unfinished(client)
    isEmpty = names.length > 0 && !(await hasRows(client))
  } catch {
    return [] // no database, or no migrations table
  } finally {
    await client.end().catch(() => {})
  }
  if (!isEmpty) return names
  const { pathname } = new URL(databaseUrl)
  await administrate(databaseUrl, (admin) => admin.query(`DROP DATABASE "${pathname.slice(1)}" WITH (FORCE)`))
  return []
}

async function unfinished(client: Client): Promise<string[]> {
  // A migration with logs failed with an error, so the user has to look at it.
  const { rows } = await client.query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL AND logs IS NULL',
  )
  return rows.map((row) => row.migration_name)
}

async function hasRows(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  )
  for (const { name } of rows) if ((await client.query(`SELECT FROM ${name} LIMIT 1`)).rowCount) return true
  return false
}
