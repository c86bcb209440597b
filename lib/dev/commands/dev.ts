import { serve } from '../serving'
import { openStore, type StoreContext, seedIfNew } from '../store'

/** npm run dev: databases, migrations, demo data, `next dev` and the job worker, until it is stopped. */
export async function dev(context: StoreContext): Promise<void> {
  const store = await openStore('dev', context)
  await seedIfNew(store, context)
  await serve('dev', store, context)
}
