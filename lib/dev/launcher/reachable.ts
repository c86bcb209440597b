import { MongoClient } from 'mongodb'
import { Client, DatabaseError } from 'pg'

const TIMEOUT_MS = 5_000
const NO_SUCH_DATABASE = '3D000'

/** Checks a server that the user named. A missing database is fine: the migrations create it. */
export async function requirePostgres(databaseUrl: string): Promise<null> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: TIMEOUT_MS })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code === NO_SUCH_DATABASE))
      throw new Error(`The Postgres server that DATABASE_URL names cannot be used: ${reason(error)}`)
  } finally {
    await client.end().catch(() => {})
  }
  return null
}

/** Checks a server that the user named. */
export async function requireMongodb(mongodbUri: string): Promise<null> {
  let client: MongoClient | undefined
  try {
    client = new MongoClient(mongodbUri, { serverSelectionTimeoutMS: TIMEOUT_MS })
    await client.db('admin').command({ ping: 1 })
  } catch (error) {
    throw new Error(`The MongoDB server that MONGODB_URI names cannot be used: ${reason(error)}`)
  } finally {
    await client?.close()
  }
  return null
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join(', ') // every address of a name was tried
  return error instanceof Error ? error.message : String(error)
}
