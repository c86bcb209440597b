import { relative } from 'node:path'
import { ensureClient, migrate, requireMigrated } from '../postgres/migrations'
import { choosePort, stopLeftoverApp } from './next-app'
import { type Lock, takeLock } from './process/lock'
import { freePort } from './process/ports'
import type { Shutdown } from './process/shutdown'
import { PROJECT } from './project'
import { type Servers, startServers } from './servers'
import { isOnGivenServers, mailEnvironment, type Settings } from './settings'
import { ensureSecret, readState, updateState } from './state'
import { prepareStores } from './store-processes'
import { seconds, type Terminal } from './terminal'

export type StoreContext = { settings: Settings; terminal: Terminal; shutdown: Shutdown }

export type StartedStore = {
  /** The port on which the store listens, or would listen if this command served it. */
  port: number
  /** Writes the store's address into the lock file, from which other commands read it. */
  publish(url: string): void
  /** Resolves with the reason if an embedded database ended unexpectedly and could not be restarted. */
  serverLost: Promise<string>
  databaseUrl: string
  mongodbUri: string
}

type StartOptions = {
  /** Name of the npm script. */
  command: string
  /** Whether this command will listen on the store's port. */
  serves?: boolean
  /**
   * `check` throws if migrations are missing in the database. Default: `check` in production with DATABASE_URL,
   * otherwise `apply`.
   */
  migrations?: 'apply' | 'check'
}

/**
 * Locks the data folder, starts the embedded databases, sets the environment for this process and its children, and
 * applies or checks the migrations. If the user configured both databases, it takes no lock, so that several instances
 * can run from one folder. Everything that it starts is stopped by `context.shutdown`.
 */
export async function startStore(options: StartOptions, context: StoreContext): Promise<StartedStore> {
  const { command, serves = false, migrations = defaultMigrations(context.settings) } = options
  const { settings, terminal, shutdown } = context
  const lock = await lockFolder(command, context)
  const port = serves ? await choosePort(settings) : settings.port
  if (port !== settings.port) terminal.step(`Port ${settings.port} is taken, using ${port}`)
  const secret = requireSecret(settings)
  const url = settings.url ?? `http://localhost:${port}`
  const [servers, identity] = await Promise.all([
    startServers({
      ...settings,
      say: terminal.step,
      onReady: (server, milliseconds) => terminal.step(`${server} ready (${seconds(milliseconds)})`),
    }),
    serves ? startIdentity(url, context) : {},
  ])
  shutdown.add(servers.stop)
  const { databaseUrl, mongodbUri } = servers
  setEnvironment(settings, { databaseUrl, mongodbUri, secret, port, url, identity })

  if (await ensureClient()) terminal.step('Prisma client generated')
  if (migrations === 'check') await requireMigrated(databaseUrl)
  else await applyMigrations(databaseUrl, context)
  shutdown.add(await prepareStores())
  return { port, publish: lock.publish, serverLost: servers.lost, databaseUrl, mongodbUri }
}

/**
 * Starts the stand-in for a provider, if there is to be one. Returns the environment with which the store offers it. A
 * store works without, so a failure is only reported.
 */
async function startIdentity(url: string, context: StoreContext): Promise<Record<string, string>> {
  const { settings, terminal, shutdown } = context
  if (!settings.hasIdentityStandIn) return {}
  try {
    const { startIdentityStandIn } = await import('../stand-ins/identity')
    const port = await freePort(readState(settings.dataDirectory)?.identityPort)
    const standIn = await startIdentityStandIn({ port, redirectUri: `${new URL(url).origin}/api/auth/callback/oidc` })
    shutdown.add(standIn.stop)
    updateState(settings.dataDirectory, { identityPort: port })
    return standIn.environment
  } catch (error) {
    terminal.step(`No test provider for signing in: ${error instanceof Error ? error.message : error}`)
    return {}
  }
}

const NO_LOCK: Lock = { publish: () => {}, release: () => {} }

async function lockFolder(command: string, { settings, terminal, shutdown }: StoreContext): Promise<Lock> {
  if (isOnGivenServers(settings)) {
    terminal.line(`Nexus: npm run ${command}, on the servers of DATABASE_URL and MONGODB_URI`)
    return NO_LOCK
  }
  const { dataDirectory } = settings
  const lock = await takeLock(dataDirectory, command)
  shutdown.add(async () => lock.release())
  const folder = relative(PROJECT, dataDirectory)
  terminal.line(`Nexus: npm run ${command}, data in ${folder.startsWith('..') ? dataDirectory : folder}`)
  await stopLeftoverApp(dataDirectory)
  return lock
}

/**
 * Returns `check` in production with DATABASE_URL: several machines may share that database, so only the release
 * process may migrate it.
 */
const defaultMigrations = ({ databaseUrl }: Settings) =>
  process.env.NODE_ENV === 'production' && databaseUrl ? 'check' : 'apply'

async function applyMigrations(databaseUrl: string, { settings, terminal }: StoreContext): Promise<void> {
  const began = Date.now()
  const applied = await migrate(databaseUrl, { isOurs: !settings.databaseUrl })
  const what = applied === 1 ? 'migration' : 'migrations'
  if (applied) terminal.step(`${applied} ${what} applied (${seconds(Date.now() - began)})`)
}

type StoreEnvironment = Pick<Servers, 'databaseUrl' | 'mongodbUri'> & {
  secret: string
  port: number
  url: string
  /** Settings of the stand-in for a provider, if it runs. */
  identity: Record<string, string>
}

function setEnvironment(settings: Settings, store: StoreEnvironment): void {
  const { databaseUrl, mongodbUri, secret, port, url, identity } = store
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    MONGODB_URI: mongodbUri,
    NEXUS_SECRET: secret,
    NEXUS_DATA: settings.dataDirectory,
    NEXUS_DIST_DIR: settings.distDirectory,
    NEXUS_URL: url,
    PORT: String(port),
    ...mailEnvironment(settings),
    ...identity,
  })
}

/**
 * Returns NEXUS_SECRET, or else a secret generated once and stored in the data folder. Throws if it is missing in
 * production with DATABASE_URL.
 */
function requireSecret({ secret, dataDirectory, databaseUrl }: Settings): string {
  if (secret) return secret
  if (process.env.NODE_ENV === 'production' && databaseUrl)
    throw new Error(
      'NEXUS_SECRET is not set. It signs cookies and must be the same on every instance: at least 32 characters.',
    )
  return ensureSecret(dataDirectory)
}
