import { type Collection, type Db, type Document, MongoClient, ObjectId } from 'mongodb'
import { afterAll, beforeAll } from 'vitest'
import { type MongoDevServer, startMongoDevServer } from '../server'

/** Connection string of another server to test, such as a real MongoDB. By default the development server is tested. */
const otherServer = process.env.NEXUS_COMPAT_URI
export const serverName = otherServer ?? 'the development server'

export interface Row extends Document {
  _id?: number | string | ObjectId
}

export interface TestDatabase {
  readonly uri: string
  readonly client: MongoClient
  readonly db: Db
  /** Creates a collection with these documents. */
  fresh(documents?: Row[]): Promise<Collection<Row>>
}

/**
 * Creates a database for the tests of a file and drops it afterwards. With `own`, it is always on a development server.
 */
export function useDatabase({ own = false } = {}): TestDatabase {
  let server: MongoDevServer | undefined
  let client: MongoClient
  let uri: string
  const name = `compat_${new ObjectId()}`
  const database: TestDatabase = {
    get uri() {
      return uri
    },
    get client() {
      return client
    },
    get db() {
      return client.db(name)
    },
    async fresh(documents = []) {
      const collection = database.db.collection<Row>(`c${new ObjectId()}`)
      if (documents.length > 0) await collection.insertMany(documents)
      return collection
    },
  }
  beforeAll(async () => {
    if (own || !otherServer) server = await startMongoDevServer()
    uri = server?.uri ?? otherServer ?? ''
    client = await new MongoClient(uri).connect()
  })
  afterAll(async () => {
    await database.db.dropDatabase()
    await client.close()
    await server?.stop()
  })
  return database
}

export const idsOf = (documents: Row[]): unknown[] => documents.map(({ _id }) => _id)
