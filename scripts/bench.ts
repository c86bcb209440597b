import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { benchIdle } from '@/e2e/bench/idle'
import { benchListings } from '@/e2e/bench/listings'
import { benchPeople } from '@/e2e/bench/people'
import { benchmark } from '@/e2e/bench/run'
import { benchSizes } from '@/e2e/bench/sizes/run'
import { freePort } from '@/lib/dev/launcher/process/ports'
import { createShutdown } from '@/lib/dev/launcher/process/shutdown'
import { joinRunningStore } from '@/lib/dev/launcher/running-store'
import { startServers } from '@/lib/dev/launcher/servers'
import { loadSettings } from '@/lib/dev/launcher/settings'
import { wholeNumber } from '@/lib/dev/launcher/whole-number'
import { openTestStore } from '@/lib/dev/testing/checks/test-store'

const seconds = wholeNumber('NEXUS_BENCH_SECONDS', 5)
const sizesSchema = z
  .string()
  .transform((text) => text.split(',').map(Number))
  .pipe(z.array(z.int().min(500).max(3_000_000)).min(1).max(10))

const shutdown = createShutdown()

/** Compares the pages of a store that is started for this with those of a bare Next.js site. */
async function benchPages(): Promise<void> {
  console.log(`${await benchListings()}\n`)
  const { url, launcher } = await startSeparateStore()
  await benchmark({ store: url, launcher, seconds, barePort: await freePort() })
}

/** Measures what accounts cost, in a store that is started for this. */
async function benchAccounts(): Promise<void> {
  const { url, launcher, environment } = await startSeparateStore()
  Object.assign(process.env, environment)
  const { databaseUrl } = joinRunningStore(loadSettings('production'))
  await benchPeople({ store: url, launcher, databaseUrl, seconds, barePort: await freePort() })
}

/** Builds and starts a store with its own data and build folder; it is stopped at the end. */
async function startSeparateStore(): Promise<{ url: string; launcher: number; environment: Record<string, string> }> {
  const folder = mkdtempSync(join(tmpdir(), 'nexus-bench-'))
  chmodSync(folder, 0o711) // Postgres may run under another account
  const store = await openTestStore(folder)
  shutdown.add(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  if (!(await store.build())) throw new Error('The store could not be built.')
  const url = await store.start()
  const launcher = store.pid()
  if (!url || !launcher) throw new Error('The store did not start.')
  return { url, launcher, environment: store.environment }
}

/**
 * Measures search in catalogues of these sizes, in the databases at DATABASE_URL and MONGODB_URI, or in embedded ones.
 */
async function benchCatalogues(sizes: number[]): Promise<void> {
  const settings = loadSettings('production')
  const dataDirectory = join(settings.dataDirectory, 'bench')
  mkdirSync(dataDirectory, { recursive: true })
  const servers = await startServers({ ...settings, dataDirectory, say: (line) => console.error(line) })
  shutdown.add(servers.stop)
  console.log(await benchSizes(sizes, servers, seconds))
}

const { values } = parseArgs({
  options: {
    sizes: { type: 'string' },
    products: { type: 'string' },
    idle: { type: 'boolean' },
    people: { type: 'boolean' },
  },
})
const wanted = values.sizes ?? values.products
const benchIdleStore = async () => benchIdle((await startSeparateStore()).launcher)
const benchShop = values.people ? benchAccounts : values.idle ? benchIdleStore : benchPages
const work = wanted === undefined ? benchShop : () => benchCatalogues(sizesSchema.parse(wanted))

const succeeded = await Promise.race([work(), shutdown.requested]).then(
  () => true,
  (error: Error) => {
    if (error.message) console.error(error.message)
    return false
  },
)
await shutdown.stopAll()
process.exit(succeeded ? 0 : 1)
