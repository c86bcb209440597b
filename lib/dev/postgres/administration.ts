import { MongoClient } from 'mongodb'
import { Client } from 'pg'
import { withDatabase } from './connection-string'

/** Runs `work` with a connection to the database named `postgres` on the same server. */
export async function administrate<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: withDatabase(databaseUrl, 'postgres'),
    connectionTimeoutMillis: 20_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Drops all Postgres databases whose names start with the prefix. */
export async function dropPostgres(databaseUrl: string, prefix: string): Promise<void> {
  await administrate(databaseUrl, async (client) => {
    const query = 'SELECT datname FROM pg_database WHERE starts_with(datname, $1)'
    const { rows } = await client.query<{ datname: string }>(query, [prefix])
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`)
  })
}

/** Drops all MongoDB databases whose names start with the prefix. */
export async function dropMongo(mongodbUri: string, prefix: string): Promise<void> {
  const mongo = new MongoClient(mongodbUri, { serverSelectionTimeoutMS: 10_000 })
  try {
    const { databases } = await mongo.db('admin').admin().listDatabases({ nameOnly: true })
    for (const { name } of databases) if (name.startsWith(prefix)) await mongo.db(name).dropDatabase()
  } finally {
    await mongo.close()
  }
}
