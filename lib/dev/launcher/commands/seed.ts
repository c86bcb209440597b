import { picturesNow, seedNow } from '@/lib/dev/seeding/demo-data'
import { ordersSinceSeed, seedState } from '@/lib/dev/seeding/seed-state'
import { currentHolder } from '../process/lock'
import { joinRunningStore } from '../running-store'
import { type StoreContext, startStore } from '../store'

/** Runs `npm run seed`: empties the databases and fills them with the demo shop. The store may be running meanwhile. */
export async function seed(context: StoreContext): Promise<void> {
  const { settings, terminal } = context
  const holder = currentHolder(settings.dataDirectory)
  const store = holder ? joinRunningStore(settings) : await startStore({ command: 'seed' }, context)
  if (!process.argv.includes('--force')) await refuseToDelete(store)
  await seedNow(store.databaseUrl, terminal)
  await picturesNow(context)
  if (holder) terminal.step('The running store shows the new data in a few seconds.')
}

/** Throws if the databases contain data or orders that the seed did not create. */
async function refuseToDelete(store: { databaseUrl: string; mongodbUri: string }): Promise<void> {
  const state = await seedState(store)
  if (state === 'foreign')
    throw new Error(
      'These databases hold data that the seed did not make, and it would delete them: npm run seed -- --force',
    )
  const orders = state === 'seeded' ? await ordersSinceSeed(store.databaseUrl) : 0
  if (orders > 0)
    throw new Error(
      `Since the last seed ${orders === 1 ? 'an order was' : `${orders} orders were`} placed, and it would delete them: npm run seed -- --force`,
    )
}
