import { ensureClient, requireMigrated } from '@/lib/dev/postgres/migrations'
import { requireMongodb, requirePostgres } from '../reachable'
import { joinRunningStore } from '../running-store'
import type { StoreContext } from '../store'
import { startJobWorker } from '../store-processes'

/** Runs `npm run worker`: only background jobs, using the databases of a running store or those in the environment. */
export async function worker({ settings, terminal, shutdown }: StoreContext): Promise<void> {
  const { databaseUrl, mongodbUri } = joinRunningStore(settings)
  await Promise.all([requirePostgres(databaseUrl), requireMongodb(mongodbUri), ensureClient()])
  await requireMigrated(databaseUrl)
  shutdown.add((await startJobWorker()).stop)
  terminal.step('The job worker runs. Ctrl-C stops it.')
  await shutdown.requested
}
