import { seedIfNew } from '@/lib/dev/seeding/demo-data'
import { hasBuild } from '../next-app'
import { serve } from '../serving'
import { type StoreContext, startStore } from '../store'

/** Runs `npm start`: serves the output of `npm run build` from the same databases until stopped. */
export async function start(context: StoreContext): Promise<void> {
  if (!hasBuild(context.settings)) throw new Error('There is no build of the store yet. Make it first: npm run build')
  const store = await startStore({ command: 'start', serves: true }, context)
  const data = await seedIfNew(store, context)
  await serve({ mode: 'start', withPictures: data === 'seeded' }, store, context)
}
