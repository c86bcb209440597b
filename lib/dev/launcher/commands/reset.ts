import { existsSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, relative } from 'node:path'
import { removeOutsideHome } from '@/lib/dev/postgres/home'
import { stopLeftoverApp } from '../next-app'
import { currentHolder } from '../process/lock'
import { stopLeftover } from '../process/processes'
import { PROJECT } from '../project'
import { readState } from '../state'
import type { StoreContext } from '../store'

/** Runs `npm run reset`: deletes the store's data, pictures and build. The next start creates a new store. */
export async function reset({ settings, terminal }: StoreContext): Promise<void> {
  const { dataDirectory, distDirectory } = settings
  const holder = currentHolder(dataDirectory)
  if (holder)
    throw new Error(`The store runs (npm run ${holder.command}, pid ${holder.pid}). Stop it first: Ctrl-C there.`)
  if (!existsSync(dataDirectory)) return terminal.step('There is nothing to delete.')
  refuseForeignFolder(dataDirectory)

  await stopLeftovers(dataDirectory)
  const outside = readState(dataDirectory)?.postgres?.home
  if (outside) removeOutsideHome(outside, dataDirectory)
  for (const folder of [dataDirectory, join(PROJECT, distDirectory)]) rmSync(folder, { recursive: true, force: true })
  terminal.step(`Deleted ${relative(process.cwd(), dataDirectory)}. npm run dev makes a new store.`)
}

/** Throws unless the folder is the data folder of a store, so that a typo in NEXUS_DATA cannot delete other files. */
function refuseForeignFolder(directory: string): void {
  const isOurs = existsSync(join(directory, 'state.json')) || existsSync(join(directory, 'launcher.json'))
  const holdsMore = [PROJECT, homedir()].some((precious) => !relative(directory, precious).startsWith('..'))
  if (!isOurs || holdsMore) throw new Error(`${directory} is not the data folder of a store: nothing was deleted.`)
}

/** Stops the servers of a launcher that was killed. They stop by themselves, but may still be busy doing so. */
async function stopLeftovers(dataDirectory: string): Promise<void> {
  const state = readState(dataDirectory)
  await stopLeftoverApp(dataDirectory)
  for (const server of [state?.mongo, state?.postgres])
    await stopLeftover(server?.process, [
      { signal: 'SIGINT', waitMs: 10_000 },
      { signal: 'SIGKILL', waitMs: 5_000 },
    ])
}
