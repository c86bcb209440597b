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
  /** The engine of the embedded MongoDB; null if MONGODB_URI names another server. */
  mongoEngine: MongoEngine | null
  /** Stops the embedded servers in order. */
  stop(): Promise<void>
  /** Resolves with the reason if an embedded server ended unexpectedly and could not be restarted. */
  lost: Promise<string>
}

export type ServerOptions = {
  dataDirectory: string
  /**
   * Connection string of the user's own Postgres, as `mongodbUri` is of MongoDB. It replaces an embedded server and is
   * only checked.
   */
  databaseUrl?: string
  mongodbUri?: string
  /** For tests: data is not synced to disk, and MongoDB is not downloaded. */
  ephemeral?: boolean
  /** Prints a line for the user. */
  say: (line: string) => void
  onReady?: (server: string, milliseconds: number) => void
}

/**
 * Starts an embedded server for each database that the user has not configured. If one of two fails to start, the other
 * is stopped.
 */
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

/** Starts servers for a test run in a temporary folder, which is deleted when they stop. */
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

/**
 * Creates a temporary folder that Postgres can enter even if it runs under another account. The caller must delete it.
 */
export function ephemeralFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nexus-test-'))
  chmodSync(folder, 0o711)
  return folder
}
