import { MongoClient } from 'mongodb'
import { Client, DatabaseError } from 'pg'

const TIMEOUT_MS = 5_000
const NO_SUCH_DATABASE = '3D000'

/**
 * Throws unless the Postgres server answers. The database itself may be missing, because the migrations will create it.
 */
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

/** Throws unless the MongoDB server answers. */
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
  if (error instanceof AggregateError) return error.errors.map(reason).join(', ') // one error per address of the host
  return error instanceof Error ? error.message : String(error)
}
