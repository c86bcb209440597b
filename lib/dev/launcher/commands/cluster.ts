import { picturesNow, seedIfNew } from '@/lib/dev/seeding/demo-data'
import { startCluster } from '../cluster/cluster'
import { hasBuild } from '../next-app'
import { runTool } from '../process/tool'
import { type StoreContext, startStore } from '../store'

/**
 * Runs `npm run cluster`: two web servers and two job workers behind a proxy, in production mode. If there is no build
 * yet, makes one first.
 */
export async function cluster(context: StoreContext): Promise<void> {
  const { settings, terminal, shutdown } = context
  const store = await startStore({ command: 'cluster', serves: true, migrations: 'apply' }, context)
  if ((await seedIfNew(store, context)) === 'seeded') await picturesNow(context)
  if (!hasBuild(settings)) {
    const { code } = await runTool('next', ['build'], { output: 'inherit' })
    if (code !== 0) throw new Error(`next build failed (${code ?? 'stopped by a signal'}).`)
  }
  const started = await startCluster({
    port: store.port,
    onOutput: (name, line) => terminal.line(`${name.padEnd(10)} │ ${line}`),
  })
  shutdown.add(started.stop)
  store.publish(started.url)
  terminal.line('')
  terminal.line(`  Store       ${started.url}`)
  for (const { name, url, pid } of started.instances) terminal.line(`  ${name}  ${url} (pid ${pid()})`)
  for (const { name, pid } of started.workers) terminal.line(`  ${name}    pid ${pid()}`)
  terminal.line(`  Ready in ${terminal.elapsed()}. Ctrl-C stops everything.`)
  terminal.line('')
  throw new Error(await Promise.race([store.serverLost, started.lost]))
}
