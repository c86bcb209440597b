import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, inject } from 'vitest'
import { withDatabase } from './connection-string'
import { TEST_SECRET } from './test-secret'

// Runs before each test file is loaded: gives it databases and a folder of its own, and the environment that names them.
const { databaseUrl, mongodbUri, template, prefix } = inject('nexusServers')
const name = prefix + randomBytes(6).toString('hex')
const folder = mkdtempSync(join(tmpdir(), 'nexus-test-data-'))

await administrate(`CREATE DATABASE "${name}" TEMPLATE "${template}"`)
Object.assign(process.env, {
  DATABASE_URL: withDatabase(databaseUrl, name),
  MONGODB_URI: withDatabase(mongodbUri, name),
  NEXUS_SECRET: TEST_SECRET,
  NEXUS_DATA: folder,
})

const { closeMongo, mongo, prepareMongo } = await import('@/lib/db/mongo')
await prepareMongo()

afterAll(async () => {
  const { closePostgres } = await import('@/lib/db/postgres')
  await mongo().dropDatabase()
  await Promise.all([closeMongo(), closePostgres()])
  await administrate(`DROP DATABASE "${name}"`).catch(() => {}) // a connection is left: it goes at the end of the run
  rmSync(folder, { recursive: true, force: true })
})

async function administrate(sql: string): Promise<void> {
  const client = new Client({
    connectionString: withDatabase(databaseUrl, 'postgres'),
    connectionTimeoutMillis: 20_000,
  })
  try {
    await client.connect()
    await client.query(sql)
  } finally {
    await client.end()
  }
}
