import { picturesNow } from '../seeding/demo-data'
import { startApp } from './next-app'
import type { StartedStore, StoreContext } from './store'
import { startJobWorker } from './store-processes'
import { storeReady } from './store-ready'

type ServeOptions = {
  mode: 'dev' | 'start'
  withPictures: boolean
  /** What to print about the owner of a developer's store. */
  owner?: string | null
}

/** Runs Next.js and the job worker for a started store, until it is stopped or one of its processes ends. */
export async function serve({ mode, withPictures, owner }: ServeOptions, store: StartedStore, context: StoreContext) {
  const { settings, terminal, shutdown } = context
  if (settings.runsWorker) shutdown.add((await startJobWorker()).stop)
  const app = await startApp(mode, store.port, settings)
  shutdown.add(app.stop)
  const appEnded = app.ended.then((code) => `Next.js ended by itself (${code ?? 'killed'}).`)
  await Promise.race([storeReady(store.port, terminal, shutdown.signal), store.serverLost, appEnded])
  // In development, this compiles the home page before the first visitor asks for it. It needs the search index.
  fetch(`http://127.0.0.1:${store.port}/`).catch(() => {})
  const url = `http://localhost:${store.port}`
  store.publish(url)
  announce(mode, url, context)
  if (owner) context.terminal.line(`  Office   ${url}/admin as ${owner}\n`)
  if (withPictures) picturesNow(context).catch((error: Error) => terminal.step(error.message))

  throw new Error(await Promise.race([store.serverLost, appEnded]))
}

function announce(mode: ServeOptions['mode'], url: string, { settings, terminal }: StoreContext): void {
  const { line, elapsed } = terminal
  line('')
  line(`  Store    ${url}`)
  if (mode === 'dev') line(`  Mailbox  ${url}/dev/mails, orders on their way ${url}/dev/orders`)
  if (mode === 'start' && !process.env.SMTP_URL)
    line(`  Mails    in ${settings.dataDirectory}/mail, because SMTP_URL is not set`)
  line(`  Ready in ${elapsed()}. Ctrl-C stops everything.`)
  line('')
}
