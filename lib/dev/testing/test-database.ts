import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { administrate } from '../postgres/administration'
import { withDatabase } from '../postgres/connection-string'
import { TEST_SECRET } from './test-secret'

// Runs before each test file: creates databases and a folder for it, and sets its environment variables.
const { databaseUrl, mongodbUri, template, prefix } = inject('nexusServers')
const name = prefix + randomBytes(6).toString('hex')
const folder = mkdtempSync(join(tmpdir(), 'nexus-test-data-'))

await administrate(databaseUrl, (client) => client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`))
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
  // If a connection is still open, this fails, and the database is dropped at the end of the run instead.
  await administrate(databaseUrl, (client) => client.query(`DROP DATABASE "${name}"`)).catch(() => {})
  rmSync(folder, { recursive: true, force: true })
})
