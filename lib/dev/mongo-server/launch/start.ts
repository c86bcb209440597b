import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { GuardedChild } from '@/lib/dev/launcher/process/guarded-child'
import type { RunningServer } from '@/lib/dev/launcher/process/keep-running'
import { freePort } from '@/lib/dev/launcher/process/ports'
import { recordProcess, stopLeftover } from '@/lib/dev/launcher/process/processes'
import { type MongoEngine, newPassword, readState, updateState } from '@/lib/dev/launcher/state'
import { startBuiltInMongo } from './built-in'
import { startMongod } from './mongod'
import { downloadMongod, findMongod, installedMongod } from './mongod-binary'

export type MongoServer = RunningServer & { engine: MongoEngine }

export type MongoOptions = {
  /** Whether to download mongod if this machine has none. */
  mayDownload: boolean
  /** Prints a line for the user. */
  say: (line: string) => void
}

/**
 * Starts the embedded MongoDB: a real mongod if one is available, otherwise the built-in server. An existing data
 * folder is always opened with the engine that created its data, because the other engine cannot read it.
 */
export async function startMongo(dataDirectory: string, { mayDownload, say }: MongoOptions): Promise<MongoServer> {
  const known = readState(dataDirectory)?.mongo
  await stopLeftover(known?.process, [
    { signal: 'SIGTERM', waitMs: 20_000 },
    { signal: 'SIGKILL', waitMs: 5_000 },
  ])
  const port = await freePort(known?.port)
  const password = known?.password ?? newPassword()
  const remember = (engine?: MongoEngine, child?: GuardedChild) =>
    updateState(dataDirectory, { mongo: { engine, port, password, process: recordProcess(child?.process.pid) } })
  async function start(engine: MongoEngine, binary?: string): Promise<MongoServer> {
    let child: GuardedChild | undefined
    const onSpawn = (spawned: GuardedChild) => {
      child = spawned
      remember(known?.engine, child)
    }
    const options = { dataDirectory, port, password, onSpawn }
    const server = await (binary ? startMongod({ binary, ...options }) : startBuiltInMongo(options))
    remember(engine, child)
    return { engine, ...server }
  }

  if (known?.engine === 'mongod') return start('mongod', (await findMongod()) ?? (await downloadAgain(say)))
  if (known?.engine === 'built-in') {
    const unused = installedMongod()
    if (unused)
      say(
        `The catalogue was made by the built-in MongoDB server and stays there. npm run reset starts over with ${unused}.`,
      )
    return start('built-in')
  }
  const binary = await obtainMongod({ mayDownload, say })
  if (!binary) return start('built-in')
  return start('mongod', binary).catch((error: unknown) => {
    say(`${binary} does not run here: using the built-in MongoDB server. ${firstLine(error)}`)
    rmSync(join(dataDirectory, 'mongodb'), { recursive: true, force: true })
    return start('built-in')
  })
}

async function obtainMongod({ mayDownload, say }: MongoOptions): Promise<string | null> {
  const found = await findMongod()
  if (found || !mayDownload || process.env.MONGOMS_RUNTIME_DOWNLOAD === 'false') return found
  try {
    return await downloadMongod(say)
  } catch (error) {
    say(`No mongod here, and none could be downloaded: ${firstLine(error)}. Using the built-in MongoDB server.`)
    return null
  }
}

async function downloadAgain(say: MongoOptions['say']): Promise<string> {
  try {
    return await downloadMongod(say)
  } catch (error) {
    throw new Error(
      `This store's data were made by mongod, which is not found now (${firstLine(error)}). ` +
        'Name it with MONGOMS_SYSTEM_BINARY, or start over with npm run reset.',
    )
  }
}

const firstLine = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0]
