import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { type GuardedChild, spawnGuarded } from '@/lib/dev/launcher/process/guarded-child'
import { typescriptArguments } from '@/lib/dev/launcher/project'
import { mongodbUri } from '@/lib/dev/launcher/state'

const START_TIMEOUT_MS = 60_000 // a large journal takes a while to read

export type BuiltInMongoOptions = {
  dataDirectory: string
  port: number
  /** Called with the process as soon as it has started. */
  onSpawn: (child: GuardedChild) => void
}

/** Starts the built-in MongoDB server in a separate process; its data is stored in the data folder. */
export async function startBuiltInMongo({ dataDirectory, port, onSpawn }: BuiltInMongoOptions) {
  const directory = join(dataDirectory, 'mongo-dev')
  const logFile = join(dataDirectory, 'logs', 'mongodb.log')
  mkdirSync(directory, { recursive: true })
  mkdirSync(join(dataDirectory, 'logs'), { recursive: true })
  const log = openSync(logFile, 'w')
  const args = [`--port=${port}`, `--data=${directory}`, `--parent=${process.pid}`]
  const child = spawnGuarded(process.execPath, typescriptArguments('lib/dev/mongo-server/main.ts', ...args), {
    stdio: ['ignore', log, log],
    signals: { polite: 'TERM', patienceSeconds: 10, last: 'KILL' },
  })
  closeSync(log)
  onSpawn(child)
  const url = mongodbUri({ engine: 'built-in', port, password: '' })
  try {
    await Promise.race([answer(url), endOf(child)])
  } catch (error) {
    await child.stop()
    const end = readFileSync(logFile, 'utf8').trim().split('\n').slice(-15).join('\n')
    throw new Error(
      `The built-in MongoDB server did not start (${error instanceof Error ? error.message : error}):\n${end}`,
    )
  }
  return { url, stop: child.stop, ended: child.ended }
}

async function answer(url: string): Promise<void> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: START_TIMEOUT_MS })
  await client
    .db('admin')
    .command({ ping: 1 })
    .finally(() => client.close())
}

async function endOf(child: GuardedChild): Promise<never> {
  throw new Error(`it ended with ${(await child.ended) ?? 'a signal'}`)
}
