import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { MongoClient, MongoServerError } from 'mongodb'
import { type GuardedChild, spawnGuarded } from '@/lib/dev/launcher/process/guarded-child'
import { mongodbUri } from '@/lib/dev/launcher/state'

const START_TIMEOUT_MS = 60_000
const REPLICA_SET = 'nexus'
const USER = 'nexus'

export type MongodOptions = {
  binary: string
  dataDirectory: string
  port: number
  password: string
  /** Called with the process as soon as it has started. */
  onSpawn: (child: GuardedChild) => void
}

/**
 * Starts mongod on 127.0.0.1 with a password; its data is stored in the data folder. It runs as a replica set of one
 * member, because transactions and change streams need one. If it does not start, rejects with the last lines of its
 * log.
 */
export async function startMongod({ binary, dataDirectory, port, password, onSpawn }: MongodOptions) {
  const directory = join(dataDirectory, 'mongodb')
  const logFile = join(dataDirectory, 'logs', 'mongodb.log')
  mkdirSync(directory, { recursive: true })
  mkdirSync(join(dataDirectory, 'logs'), { recursive: true })
  const keyFile = join(dataDirectory, 'mongodb.key')
  writeFileSync(keyFile, Buffer.from(password.repeat(2)).toString('base64'), { mode: 0o600 })

  const log = openSync(logFile, 'w')
  const child = spawnGuarded(binary, mongodArguments({ directory, keyFile, port }), {
    stdio: ['ignore', log, log],
    signals: { polite: 'TERM', patienceSeconds: 20, last: 'KILL' },
  })
  closeSync(log)
  onSpawn(child)
  try {
    await Promise.race([prepare({ port, password }), endOf(child)])
  } catch (error) {
    await child.stop()
    const end = readFileSync(logFile, 'utf8').trim().split('\n').slice(-8).join('\n')
    throw new Error(`mongod did not start: ${error instanceof Error ? error.message : error}\n${end}`)
  }
  return { url: mongodbUri({ engine: 'mongod', port, password }), stop: child.stop, ended: child.ended }
}

async function endOf(child: GuardedChild): Promise<never> {
  throw new Error(`it ended with ${(await child.ended) ?? 'a signal'}`)
}

function mongodArguments({ directory, keyFile, port }: { directory: string; keyFile: string; port: number }): string[] {
  const limits = ['--wiredTigerCacheSizeGB', '0.25', '--oplogSize', '512'] // suits a machine with 1 GB of memory
  const socket = process.platform === 'win32' ? [] : ['--nounixsocket']
  return [
    ...['--dbpath', directory, '--bind_ip', '127.0.0.1', '--port', String(port)],
    ...['--replSet', REPLICA_SET, '--keyFile', keyFile, ...limits, ...socket],
  ]
}

/** Initiates the replica set, then creates the first user by means of MongoDB's localhost exception. */
async function prepare(access: { port: number; password: string }): Promise<void> {
  const host = `127.0.0.1:${access.port}`
  const options = { directConnection: true, serverSelectionTimeoutMS: START_TIMEOUT_MS }
  const stranger = new MongoClient(`mongodb://${host}/`, options)
  const client = new MongoClient(mongodbUri({ engine: 'mongod', ...access }), options)
  try {
    const hello = await stranger.db('admin').command({ hello: 1 })
    if (hello.isreplicaset)
      // the server has no replica set configuration yet
      await stranger.db('admin').command({ replSetInitiate: { _id: REPLICA_SET, members: [{ _id: 0, host }] } })
    if (!(await isKnown(client))) {
      await untilPrimary(stranger)
      await stranger.db('admin').command({ createUser: USER, pwd: access.password, roles: ['root'] })
    }
    await moveTo(host, client)
    await untilPrimary(client)
  } finally {
    await stranger.close()
    await client.close()
  }
}

const AUTHENTICATION_FAILED = 18
async function isKnown(client: MongoClient): Promise<boolean> {
  try {
    await client.db('admin').command({ ping: 1 })
    return true
  } catch (error) {
    if (error instanceof MongoServerError && error.code === AUTHENTICATION_FAILED) return false
    throw error
  }
}

/** Updates the address in the replica set's configuration if the port has changed. */
async function moveTo(host: string, client: MongoClient): Promise<void> {
  const { config } = await client.db('admin').command({ replSetGetConfig: 1 })
  const [member] = config.members
  if (member.host === host) return
  const moved = { ...config, version: config.version + 1, members: [{ ...member, host }] }
  await client.db('admin').command({ replSetReconfig: moved, force: true })
}

async function untilPrimary(client: MongoClient): Promise<void> {
  for (const end = Date.now() + START_TIMEOUT_MS; Date.now() < end; await sleep(50)) {
    const hello = await client
      .db('admin')
      .command({ hello: 1 })
      .catch((error: unknown) => {
        if (error instanceof MongoServerError) return null
        throw error
      })
    if (hello?.isWritablePrimary) return
  }
  throw new Error('it did not become the primary of its replica set')
}
