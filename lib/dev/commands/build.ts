import { makePictures } from '../seeding'
import { openStore, type StoreContext, seedIfNew } from '../store'
import { seconds } from '../terminal'
import { runTool } from '../tool'

/** npm run build: prerenders from the store's data, so it starts the databases, and fills them if they are new. */
export async function build(context: StoreContext): Promise<void> {
  const { terminal } = context
  const store = await openStore('build', context)
  if ((await seedIfNew(store, context)) === 'seeded') {
    const began = Date.now()
    await makePictures(terminal.progress()).done
    terminal.step(`Pictures ready (${seconds(Date.now() - began)})`)
  }
  const { code } = await runTool('next', ['build'], { output: 'inherit' })
  if (code !== 0) throw new Error(`next build failed (${code ?? 'stopped by a signal'}).`)
  terminal.line(`\nBuilt in ${terminal.elapsed()}. Serve it: npm start`)
}
