import { MongoClient } from 'mongodb'
import { Client } from 'pg'
import { mongoDatabaseName } from '@/lib/db/mongo-database'

/** State of the demo data. `partial`: seeding was interrupted. `foreign`: the data was not created by the seed. */
export type SeedState = 'empty' | 'partial' | 'seeded' | 'foreign'

type Access = { databaseUrl: string; mongodbUri: string }

// Stored in a schema of its own, because Prisma manages the public schema and the seed empties it.
const CREATE = `
  CREATE SCHEMA IF NOT EXISTS nexus_dev;
  CREATE TABLE IF NOT EXISTS nexus_dev.demo_data (is_complete boolean NOT NULL);
  ALTER TABLE nexus_dev.demo_data ADD COLUMN IF NOT EXISTS last_order int NOT NULL DEFAULT 0;
`

/** Returns whether a migrated store contains data, and whether the seed created that data. Changes nothing. */
export async function seedState({ databaseUrl, mongodbUri }: Access): Promise<SeedState> {
  const [marker, hasRows] = await withPostgres(databaseUrl, async (client) => {
    const marker = await readMarker(client)
    const { rowCount } = await client.query(
      'SELECT 1 WHERE EXISTS (SELECT FROM "Inventory") OR EXISTS (SELECT FROM "Order") OR EXISTS (SELECT FROM "Setting")',
    )
    return [marker, (rowCount ?? 0) > 0] as const
  })
  if (marker?.is_complete === false) return 'partial'
  const isEmpty = !hasRows && !(await hasDocuments(mongodbUri))
  if (isEmpty) return 'empty'
  return marker ? 'seeded' : 'foreign'
}

/** Records that seeding has started (`isComplete` false) or has finished. */
export async function markSeed(databaseUrl: string, isComplete: boolean): Promise<void> {
  await withPostgres(databaseUrl, async (client) => {
    await client.query(CREATE)
    await client.query('TRUNCATE nexus_dev.demo_data')
    await client.query('INSERT INTO nexus_dev.demo_data SELECT $1, coalesce(max(number), 0) FROM "Order"', [isComplete])
  })
}

/**
 * Returns how many orders have been placed since the store was seeded: those with a number above the last seeded one.
 */
export async function ordersSinceSeed(databaseUrl: string): Promise<number> {
  return withPostgres(databaseUrl, async (client) => {
    const { last_order = 0 } = (await readMarker(client)) ?? {}
    const text = 'SELECT count(*)::int AS count FROM "Order" WHERE number > $1'
    const { rows } = await client.query<{ count: number }>(text, [last_order])
    return rows[0]?.count ?? 0
  })
}

// The column last_order does not exist in data folders of older versions.
type Marker = { is_complete: boolean; last_order?: number }

async function readMarker(client: Client): Promise<Marker | undefined> {
  const { rowCount } = await client.query(`SELECT WHERE to_regclass('nexus_dev.demo_data') IS NOT NULL`)
  if (!rowCount) return undefined
  return (await client.query<Marker>('SELECT * FROM nexus_dev.demo_data')).rows[0]
}

async function withPostgres<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

async function hasDocuments(uri: string): Promise<boolean> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 10_000 })
  try {
    const database = client.db(mongoDatabaseName(uri))
    for (const name of ['products', 'categories'])
      if (await database.collection(name).findOne({}, { projection: { _id: 1 } })) return true
    return false
  } finally {
    await client.close()
  }
}
