import type { StartedStore, StoreContext } from '../launcher/store'
import { seconds, type Terminal } from '../launcher/terminal'
import { type SeedState, seedState } from './seed-state'
import { makePictures, seedData } from './seeding'

/**
 * Seeds an empty store with the demo shop, and repeats a seed that was interrupted. Leaves other data alone and, in
 * production, also databases that the user configured.
 */
export async function seedIfNew(store: StartedStore, { settings, terminal }: StoreContext): Promise<SeedState> {
  const state = await seedState(store)
  if (state === 'seeded' || state === 'foreign') return state
  const isOurs = !settings.databaseUrl && !settings.mongodbUri
  if (process.env.NODE_ENV === 'production' && !isOurs) {
    terminal.step('The store is empty. npm run seed fills it with the demo shop.')
    return state
  }
  if (state === 'partial') terminal.step('The demo data were left incomplete: beginning again')
  await seedNow(store.databaseUrl, terminal)
  return 'seeded'
}

export async function seedNow(databaseUrl: string, terminal: Terminal): Promise<void> {
  const began = Date.now()
  await seedData(databaseUrl, terminal.progress())
  terminal.step(`Demo data ready (${seconds(Date.now() - began)})`)
}

/** Draws missing pictures and shows the progress. The store can be used in the meantime. */
export async function picturesNow({ terminal, shutdown }: StoreContext): Promise<void> {
  const began = Date.now()
  let isNew = false
  const show = terminal.progress()
  const run = makePictures((progress) => {
    isNew ||= progress.done < progress.total
    if (isNew) show(progress)
  })
  shutdown.add(run.stop)
  await run.done
  if (isNew && !shutdown.signal.aborted) terminal.step(`Pictures ready (${seconds(Date.now() - began)})`)
}
