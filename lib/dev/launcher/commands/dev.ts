import { seedIfNew } from '@/lib/dev/seeding/demo-data'
import { serve } from '../serving'
import { type StoreContext, startStore } from '../store'

/** Runs `npm run dev`: databases, migrations, demo data, `next dev` and the job worker, until it is stopped. */
export async function dev(context: StoreContext): Promise<void> {
  const store = await startStore({ command: 'dev', serves: true }, context)
  const data = await seedIfNew(store, context)
  await serve({ mode: 'dev', withPictures: data === 'seeded' }, store, context)
}
