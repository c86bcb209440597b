import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type GuardedChild, spawnGuarded } from '@/lib/dev/launcher/process/guarded-child'
import { freePort } from '@/lib/dev/launcher/process/ports'
import { PROJECT, typescriptArguments } from '@/lib/dev/launcher/project'
import { dropMongo, dropPostgres } from '@/lib/dev/postgres/administration'
import { withDatabase } from '@/lib/dev/postgres/connection-string'
import { startIdentityStandIn } from '../../stand-ins/identity'
import { TEST_SECRET } from '../test-secret'

const START_TIMEOUT_MS = 120_000
const BUILD_FOLDER = '.next-test'

/**
 * Prepares a production store for the journeys, with a data folder, build folder and port of its own. Uses the servers
 * in NEXUS_TEST_DATABASE_URL and NEXUS_TEST_MONGODB_URI if they are set.
 */
export async function openTestStore(folder: string) {
  const dataDirectory = join(folder, 'data')
  const port = await freePort()
  const { NEXUS_TEST_DATABASE_URL: databaseUrl, NEXUS_TEST_MONGODB_URI: mongodbUri } = process.env
  const database = `nexus_journeys_${process.pid}`
  const identity = await startIdentityStandIn({ redirectUri: `http://localhost:${port}/api/auth/callback/oidc` })
  /** Environment variables of this store. */
  const own = {
    PORT: String(port),
    NEXUS_DATA: dataDirectory,
    NEXUS_DIST_DIR: BUILD_FOLDER,
    NEXUS_URL: `http://localhost:${port}`,
    NEXUS_SECRET: TEST_SECRET,
    MAIL_TO_FILES: 'true',
    DATABASE_URL: databaseUrl ? withDatabase(databaseUrl, database) : '',
    MONGODB_URI: mongodbUri ? withDatabase(mongodbUri, database) : '',
    MONGOMS_RUNTIME_DOWNLOAD: 'false',
    TRUSTED_PROXIES: 'loopback', // gives each journey its own client address
    ...identity.environment,
  }
  const env = { ...process.env, ...own }
  const spawnScript = (name: string) =>
    spawnGuarded(process.execPath, typescriptArguments(`scripts/${name}.ts`), {
      cwd: PROJECT,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      signals: { polite: 'TERM', patienceSeconds: 30, last: 'KILL' },
    })
  let server: GuardedChild | undefined

  return {
    /** Environment variables for other processes that use this store. */
    environment: own,
    /** Builds the store. Returns whether that succeeded. */
    async build(): Promise<boolean> {
      // In production, databases that the user configured are not seeded automatically.
      if ((databaseUrl || mongodbUri) && (await spawnScript('seed').ended) !== 0) return false
      return (await spawnScript('build').ended) === 0
    },
    /** Serves the build. Returns its address, or null if the store ends before it is ready. */
    async start(): Promise<string | null> {
      server = spawnScript('start')
      for (const end = Date.now() + START_TIMEOUT_MS; Date.now() < end; await sleep(100)) {
        if ((await fetch(`${own.NEXUS_URL}/api/health`).catch(() => null))?.ok) return own.NEXUS_URL
        if (server.process.exitCode !== null) return null
      }
      return null
    },
    /** Returns the process id of the launcher; undefined before `start`. */
    pid: () => server?.process.pid,
    async close(): Promise<void> {
      await server?.stop()
      await identity.stop()
      if (databaseUrl) await dropPostgres(databaseUrl, database)
      if (mongodbUri) await dropMongo(mongodbUri, database)
      rmSync(join(PROJECT, BUILD_FOLDER), { recursive: true, force: true })
    },
  }
}
