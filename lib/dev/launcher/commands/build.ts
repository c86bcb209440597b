import { picturesNow, seedIfNew } from '@/lib/dev/seeding/demo-data'
import { currentHolder } from '../process/lock'
import { runTool } from '../process/tool'
import { joinRunningStore } from '../running-store'
import { openStore, type StoreContext } from '../store'

/** npm run build: prerenders from the store's data, so it starts the databases, and fills them if they are new. */
export async function build(context: StoreContext): Promise<void> {
  const { settings, terminal } = context
  if (currentHolder(settings.dataDirectory)?.command === 'dev')
    joinRunningStore(settings) // it builds elsewhere
  else {
    const store = await openStore({ command: 'build' }, context)
    if ((await seedIfNew(store, context)) === 'seeded') await picturesNow(context)
  }
  const { code } = await runTool('next', ['build'], { output: 'inherit' })
  if (code !== 0) throw new Error(`next build failed (${code ?? 'stopped by a signal'}).`)
  terminal.line(`\nBuilt in ${terminal.elapsed()}. Serve it: npm start`)
}
