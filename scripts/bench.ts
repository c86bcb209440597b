import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchListings } from '@/e2e/bench/listings'
import { benchmark } from '@/e2e/bench/run'
import { openTestStore } from '@/lib/dev/checks/test-store'
import { freePort } from '@/lib/dev/ports'
import { createShutdown } from '@/lib/dev/shutdown'
import { wholeNumber } from '@/lib/dev/whole-number'

const seconds = wholeNumber('NEXUS_BENCH_SECONDS', 5)

const shutdown = createShutdown()

async function bench(): Promise<void> {
  console.log(`${await benchListings()}\n`)
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
  await benchmark({ store: url, launcher, seconds, barePort: await freePort() })
}

const succeeded = await Promise.race([bench(), shutdown.requested]).then(
  () => true,
  (error: Error) => {
    if (error.message) console.error(error.message)
    return false
  },
)
await shutdown.stopAll()
process.exit(succeeded ? 0 : 1)
