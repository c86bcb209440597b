import { seedIfNew } from '@/lib/dev/seeding/demo-data'
import { developmentOwner } from '../development-owner'
import { serve } from '../serving'
import { type StoreContext, startStore } from '../store'

/**
 * Runs `npm run dev`: starts databases, applies migrations, creates demo data and an owner, and runs `next dev` and the job worker
 * until stopped.
 */
export async function dev(context: StoreContext): Promise<void> {
  const store = await startStore({ command: 'dev', serves: true }, context)
  const data = await seedIfNew(store, context)
  const owner = await developmentOwner(context)
  await serve({ mode: 'dev', withPictures: data === 'seeded', owner }, store, context)
}
