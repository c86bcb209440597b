import { picturesNow, seedNow } from '../demo-data'
import { currentHolder } from '../lock'
import { joinRunningStore } from '../running-store'
import { seedState } from '../seed-state'
import { openStore, type StoreContext } from '../store'

/** npm run seed: empties the store and fills it with the demo shop, also while it runs. */
export async function seed(context: StoreContext): Promise<void> {
  const { settings, terminal } = context
  const holder = currentHolder(settings.dataDirectory)
  const store = holder ? joinRunningStore(settings) : await openStore({ command: 'seed' }, context)
  if ((await seedState(store)) === 'foreign' && !process.argv.includes('--force'))
    throw new Error(
      'These databases hold data that the seed did not make, and it would delete them: npm run seed -- --force',
    )
  await seedNow(store.databaseUrl, terminal)
  await picturesNow(context)
  if (holder)
    terminal.step('The running store shows its old pages for a while: start it again to see all of the new ones.')
}
