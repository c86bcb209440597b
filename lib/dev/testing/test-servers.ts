import { MongoClient } from 'mongodb'
import type { TestProject } from 'vitest/node'
import { startEphemeralServers } from '../launcher/servers'
import { administrate, dropMongo, dropPostgres } from '../postgres/administration'
import { withDatabase } from '../postgres/connection-string'
import { ensureClient, migrate } from '../postgres/migrations'
import { TEST_SECRET } from './test-secret'

export type TestServers = { databaseUrl: string; mongodbUri: string; template: string; prefix: string }

declare module 'vitest' {
  export interface ProvidedContext {
    nexusServers: TestServers
  }
}

/**
 * Starts the database servers for tests, or uses those in NEXUS_TEST_DATABASE_URL and NEXUS_TEST_MONGODB_URI. Each test
 * file gets a Postgres database cloned from a migrated template.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const servers = await startEphemeralServers({
    databaseUrl: process.env.NEXUS_TEST_DATABASE_URL || undefined,
    mongodbUri: process.env.NEXUS_TEST_MONGODB_URI || undefined,
    say: (line) => console.log(line),
  })
  const { databaseUrl, mongodbUri } = servers
  const prefix = `nexus_test_${process.pid}_`
  try {
    console.log(`Tests run on ${await describeServers(servers)}`)
    await ensureClient()
    const template = `${prefix}template`
    await migrate(withDatabase(databaseUrl, template), { isOurs: true })
    await prepareTemplate(withDatabase(databaseUrl, template), mongodbUri)
    project.provide('nexusServers', { databaseUrl, mongodbUri, template, prefix })
  } catch (error) {
    await servers.stop()
    throw error
  }
  return async () => {
    await Promise.all([dropPostgres(databaseUrl, prefix), dropMongo(mongodbUri, prefix)])
    await servers.stop()
  }
}

/**
 * Creates the job queues in the template. The store's modules are imported here, because they read the environment on
 * first use.
 */
async function prepareTemplate(databaseUrl: string, mongodbUri: string): Promise<void> {
  Object.assign(process.env, { DATABASE_URL: databaseUrl, MONGODB_URI: mongodbUri, NEXUS_SECRET: TEST_SECRET })
  const { prepareJobs } = await import('@/lib/jobs/prepare')
  await prepareJobs()
}

async function describeServers({
  databaseUrl,
  mongodbUri,
  mongoEngine,
}: Awaited<ReturnType<typeof startEphemeralServers>>) {
  const { rows } = await administrate(databaseUrl, (client) =>
    client.query<{ server_version: string }>('SHOW server_version'),
  )
  const mongo = new MongoClient(mongodbUri, { serverSelectionTimeoutMS: 10_000 })
  const { version } = await mongo
    .db('admin')
    .command({ buildInfo: 1 })
    .finally(() => mongo.close())
  const names = { 'built-in': 'the built-in MongoDB server', mongod: `MongoDB ${version} (mongod)` }
  return `Postgres ${rows[0]?.server_version} and ${mongoEngine ? names[mongoEngine] : `the MongoDB ${version} of NEXUS_TEST_MONGODB_URI`}`
}
