import { type StoreContext, startStore } from '../store'

/** Runs `npm run migrate`: applies pending migrations and prepares job queues, collections and indexes. */
export async function migrate(context: StoreContext): Promise<void> {
  await startStore({ command: 'migrate', migrations: 'apply' }, context)
  context.terminal.step('The databases are migrated.')
}
