import { relative } from 'node:path'
import { ensureClient, migrate } from '../postgres/migrations'
import { choosePort, stopLeftoverApp } from './next-app'
import { takeLock } from './process/lock'
import type { Shutdown } from './process/shutdown'
import { PROJECT } from './project'
import { startServers } from './servers'
import type { Settings } from './settings'
import { openState } from './state'
import { prepareStores } from './store-processes'
import { seconds, type Terminal } from './terminal'

export type StoreContext = { settings: Settings; terminal: Terminal; shutdown: Shutdown }

export type OpenStore = {
  /** Where the store is, or would be, on this machine. */
  port: number
  /** Tells others where the store is. */
  publish(url: string): void
  /** Settles with the reason when a database of ours is lost for good. */
  serverLost: Promise<string>
  databaseUrl: string
  mongodbUri: string
}

type OpenOptions = {
  /** The npm script. */
  command: string
  /** Whether it will listen on the store's port. */
  serves?: boolean
}

/**
 * Takes the data folder, starts the databases, sets the environment for everything that follows in this process and its
 * children, and migrates. Everything is registered for the shutdown.
 */
export async function openStore({ command, serves = false }: OpenOptions, context: StoreContext): Promise<OpenStore> {
  const { settings, terminal, shutdown } = context
  const { dataDirectory } = settings
  const lock = await takeLock(dataDirectory, command)
  shutdown.add(async () => lock.release())
  const folder = relative(PROJECT, dataDirectory)
  terminal.line(`Nexus: npm run ${command}, data in ${folder.startsWith('..') ? dataDirectory : folder}`)

  await stopLeftoverApp(dataDirectory)
  const port = serves ? await choosePort(settings) : settings.port
  if (port !== settings.port) terminal.step(`Port ${settings.port} is taken, using ${port}`)
  const secret = requireSecret(settings)
  const servers = await startServers({
    ...settings,
    say: terminal.step,
    onReady: (server, milliseconds) => terminal.step(`${server} ready (${seconds(milliseconds)})`),
  })
  shutdown.add(servers.stop)
  const { databaseUrl, mongodbUri } = servers
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    MONGODB_URI: mongodbUri,
    NEXUS_SECRET: secret,
    NEXUS_DATA: dataDirectory,
    NEXUS_DIST_DIR: settings.distDirectory,
    NEXUS_URL: settings.url ?? `http://localhost:${port}`,
    PORT: String(port),
  })

  if (await ensureClient()) terminal.step('Prisma client generated')
  const began = Date.now()
  const applied = await migrate(databaseUrl, { isOurs: !settings.databaseUrl })
  const what = applied === 1 ? 'migration' : 'migrations'
  if (applied) terminal.step(`${applied} ${what} applied (${seconds(Date.now() - began)})`)
  shutdown.add(await prepareStores())
  return { port, publish: lock.publish, serverLost: servers.lost, databaseUrl, mongodbUri }
}

/** Ours is generated once; a production store on servers of the user's may run on several machines that must agree. */
function requireSecret({ secret, dataDirectory, databaseUrl }: Settings): string {
  if (secret) return secret
  if (process.env.NODE_ENV === 'production' && databaseUrl)
    throw new Error(
      'NEXUS_SECRET is not set. It signs cookies, and has to be the same wherever this store runs: at least 32 characters.',
    )
  return openState(dataDirectory).secret
}
