import { picturesNow, seedIfNew } from '@/lib/dev/seeding/demo-data'
import { currentHolder } from '../process/lock'
import { runTool } from '../process/tool'
import { joinRunningStore } from '../running-store'
import { isOnGivenServers } from '../settings'
import { type StoreContext, startStore } from '../store'

/**
 * Runs `npm run build`. Pages are prerendered from the catalogue, so it first starts the databases, and seeds embedded
 * databases that are new.
 */
export async function build(context: StoreContext): Promise<void> {
  const { settings, terminal } = context
  if (!isOnGivenServers(settings) && currentHolder(settings.dataDirectory)?.command === 'dev')
    joinRunningStore(settings) // `next dev` has a build folder of its own, so this build can use its databases
  else {
    const store = await startStore({ command: 'build' }, context)
    if ((await seedIfNew(store, context)) === 'seeded') await picturesNow(context)
  }
  const { code } = await runTool('next', ['build'], { output: 'inherit' })
  if (code !== 0) throw new Error(`next build failed (${code ?? 'stopped by a signal'}).`)
  terminal.line(`\nBuilt in ${terminal.elapsed()}. Serve it: npm start`)
}
