import { choosePort, startApp, stopLeftoverApp } from './next-app'
import { makePictures } from './seeding'
import type { OpenStore, StoreContext } from './store'
import { seconds, type Terminal } from './terminal'
import { startJobWorker } from './worker'

/** Runs Next.js and the job worker on an open store until it is stopped or something ends by itself. */
export async function serve(mode: 'dev' | 'start', store: OpenStore, context: StoreContext): Promise<never> {
  const { settings, terminal, shutdown } = context
  await stopLeftoverApp(settings.dataDirectory)
  const port = await choosePort(settings)
  if (port !== settings.port) terminal.step(`Port ${settings.port} is taken, using ${port}`)
  const url = settings.url ?? `http://localhost:${port}`
  Object.assign(process.env, { PORT: String(port), NEXUS_URL: url })

  const worker = await startJobWorker()
  shutdown.add(worker.stop)
  const app = await startApp(mode, port, settings.dataDirectory)
  shutdown.add(app.stop)
  store.publish(`http://localhost:${port}`)
  announce(mode, `http://localhost:${port}`, terminal)
  keepPictures(context)

  const ended = await Promise.race([store.serverEnded, app.ended.then(() => 'Next.js')])
  throw new Error(`${ended} ended by itself. Its log may tell why: ${settings.dataDirectory}/logs`)
}

function announce(mode: 'dev' | 'start', url: string, { line, elapsed }: Terminal): void {
  line('')
  line(`  Store    ${url}`)
  if (mode === 'dev') line(`  Mailbox  ${url}/dev/mails`)
  line(`  Ready in ${elapsed()}. Ctrl-C stops everything.`)
  line('')
}

/** The store is usable meanwhile, so nobody waits for the pictures. */
function keepPictures({ terminal, shutdown }: StoreContext): void {
  const began = Date.now()
  let made = 0
  const show = terminal.progress()
  const run = makePictures((progress) => {
    made = progress.total
    show(progress)
  })
  shutdown.add(run.stop)
  run.done.then(
    () => made && terminal.step(`Pictures ready (${seconds(Date.now() - began)})`),
    (error: Error) => terminal.step(error.message),
  )
}
