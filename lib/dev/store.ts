import { relative } from 'node:path'
import { takeLock } from './lock'
import { ensureClient, migrate } from './migrations'
import { PROJECT } from './project'
import { type SeedState, seedState } from './seed-state'
import { seedData } from './seeding'
import { startServers } from './servers'
import type { Settings } from './settings'
import type { Shutdown } from './shutdown'
import { openState } from './state'
import { seconds, type Terminal } from './terminal'

export type StoreContext = { settings: Settings; terminal: Terminal; shutdown: Shutdown }

export type OpenStore = {
  /** Tells others where the store is. */
  publish(url: string): void
  /** Settles with a name when a database of ours ends by itself. */
  serverEnded: Promise<string>
  access: { databaseUrl: string; mongodbUri: string }
}

/**
 * Takes the data folder, starts the databases, sets the environment for everything that follows in this process and its
 * children, and migrates. Everything is registered for the shutdown.
 */
export async function openStore(command: string, { settings, terminal, shutdown }: StoreContext): Promise<OpenStore> {
  const { dataDirectory } = settings
  const lock = await takeLock(dataDirectory, command)
  shutdown.add(async () => lock.release())
  terminal.line(`Nexus: npm run ${command}, data in ${relative(PROJECT, dataDirectory) || dataDirectory}`)
  const secret = requireSecret(settings)

  const servers = await startServers({
    ...settings,
    say: terminal.step,
    onReady: (server, detail, ms) => terminal.step(`${server} ready: ${detail} (${seconds(ms)})`),
  })
  shutdown.add(servers.stop)
  const { databaseUrl, mongodbUri } = servers
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    MONGODB_URI: mongodbUri,
    NEXUS_SECRET: secret,
    NEXUS_DATA: dataDirectory,
    NEXUS_DIST_DIR: settings.distDirectory,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  })

  if (await ensureClient()) terminal.step('Prisma client generated')
  const began = Date.now()
  const applied = await migrate(databaseUrl)
  if (applied)
    terminal.step(`${applied} ${applied === 1 ? 'migration' : 'migrations'} applied (${seconds(Date.now() - began)})`)
  return { publish: lock.publish, serverEnded: servers.ended, access: { databaseUrl, mongodbUri } }
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

/**
 * Fills an empty store with the demo shop, and finishes what an interrupted seed began. Data of the user's are left
 * alone, and so are empty servers of the user's in production.
 */
export async function seedIfNew({ access }: OpenStore, { settings, terminal }: StoreContext): Promise<SeedState> {
  const state = await seedState(access)
  if (state === 'seeded' || state === 'foreign') return state
  const isOurs = !settings.databaseUrl && !settings.mongodbUri
  if (process.env.NODE_ENV === 'production' && !isOurs) {
    terminal.step('The store is empty. npm run seed fills it with the demo shop.')
    return state
  }
  if (state === 'partial') terminal.step('The demo data were left incomplete: beginning again')
  await seedNow(access, terminal)
  return 'seeded'
}

export async function seedNow({ databaseUrl }: OpenStore['access'], terminal: Terminal): Promise<void> {
  const began = Date.now()
  await seedData(databaseUrl, terminal.progress())
  terminal.step(`Demo data ready (${seconds(Date.now() - began)})`)
}
