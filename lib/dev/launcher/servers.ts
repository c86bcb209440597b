import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMongo } from '../mongo-server/launch/start'
import { startPostgres } from '../postgres/server'
import { keepRunning } from './process/keep-running'
import { requireMongodb, requirePostgres } from './reachable'
import type { MongoEngine } from './state'

export type Servers = {
  databaseUrl: string
  mongodbUri: string
  /** What serves the catalogue: an engine of ours, or null for the server that MONGODB_URI names. */
  mongoEngine: MongoEngine | null
  /** Stops what was started, in order. */
  stop(): Promise<void>
  /** Settles with the reason when a server of ours is lost for good. */
  lost: Promise<string>
}

export type ServerOptions = {
  dataDirectory: string
  /** Servers of the user's, instead of ours: they only have to answer. */
  databaseUrl?: string
  mongodbUri?: string
  /** For tests: nothing outlives the run or survives a power cut, and nothing is downloaded. */
  ephemeral?: boolean
  /** One line for the user. */
  say: (line: string) => void
  onReady?: (server: string, milliseconds: number) => void
}

/** Starts the databases that the user did not bring, both at once. If one fails, the other one is stopped again. */
export async function startServers(options: ServerOptions): Promise<Servers> {
  const { dataDirectory, databaseUrl, mongodbUri, ephemeral = false, say, onReady } = options
  mkdirSync(dataDirectory, { recursive: true })
  const began = Date.now()
  const ready = (server: string) => onReady?.(server, Date.now() - began)
  async function postgres() {
    if (databaseUrl) return requirePostgres(databaseUrl)
    const server = await keepRunning('Postgres', () => startPostgres(dataDirectory, { ephemeral }), say)
    ready('Postgres 18')
    return server
  }
  async function mongo() {
    if (mongodbUri) return requireMongodb(mongodbUri)
    const start = () => startMongo(dataDirectory, { mayDownload: !ephemeral, say })
    const server = await keepRunning('MongoDB', start, say)
    ready(server.first.engine === 'mongod' ? 'MongoDB (mongod)' : 'MongoDB (the built-in server)')
    return server
  }

  const [sql, documents] = await Promise.allSettled([postgres(), mongo()])
  async function stop() {
    for (const result of [documents, sql]) if (result.status === 'fulfilled') await result.value?.stop()
  }
  if (sql.status === 'rejected' || documents.status === 'rejected') {
    await stop()
    throw sql.status === 'rejected' ? sql.reason : documents.status === 'rejected' && documents.reason
  }
  const ours = [sql.value, documents.value].flatMap((server) => (server ? [server.lost] : []))
  return {
    databaseUrl: databaseUrl ?? sql.value?.first.url ?? '',
    mongodbUri: mongodbUri ?? documents.value?.first.url ?? '',
    mongoEngine: documents.value?.first.engine ?? null,
    stop,
    lost: Promise.race(ours),
  }
}

type EphemeralOptions = Omit<ServerOptions, 'dataDirectory' | 'ephemeral'>

/** Servers for one run of tests, in a folder of their own that is deleted at the end. */
export async function startEphemeralServers(options: EphemeralOptions): Promise<Servers> {
  const dataDirectory = ephemeralFolder()
  const clean = () => rmSync(dataDirectory, { recursive: true, force: true })
  try {
    const servers = await startServers({ ...options, dataDirectory, ephemeral: true })
    return { ...servers, stop: () => servers.stop().finally(clean) }
  } catch (error) {
    clean()
    throw error
  }
}

/** A folder for a store that is not kept, which Postgres can enter under another account. The caller deletes it. */
export function ephemeralFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nexus-test-'))
  chmodSync(folder, 0o711)
  return folder
}
