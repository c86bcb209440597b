import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMongo } from './mongo-server'
import { startPostgres } from './postgres/server'
import type { MongoEngine } from './state'

export type Servers = {
  databaseUrl: string
  mongodbUri: string
  /** What serves the catalogue: an engine of ours, or null for the server that MONGODB_URI names. */
  mongoEngine: MongoEngine | null
  /** Stops what was started, in order. */
  stop(): Promise<void>
  /** Settles with a name when a server of ours ends by itself. */
  ended: Promise<string>
}

export type ServerOptions = {
  dataDirectory: string
  /** Servers of the user's, instead of ours. */
  databaseUrl?: string
  mongodbUri?: string
  /** For tests: nothing outlives the run or survives a power cut, and nothing is downloaded. */
  ephemeral?: boolean
  /** One line for the user. */
  say: (line: string) => void
  onReady?: (server: 'Postgres' | 'MongoDB', detail: string, milliseconds: number) => void
}

/** Starts the databases that the user did not bring, both at once. If one fails, the other one is stopped again. */
export async function startServers(options: ServerOptions): Promise<Servers> {
  const { dataDirectory, databaseUrl, mongodbUri, ephemeral = false, say, onReady } = options
  mkdirSync(dataDirectory, { recursive: true })
  const began = Date.now()
  const postgres = async () => {
    if (databaseUrl) return null
    const server = await startPostgres(dataDirectory, { ephemeral })
    onReady?.('Postgres', '18', Date.now() - began)
    return server
  }
  const mongo = async () => {
    if (mongodbUri) return null
    const server = await startMongo(dataDirectory, { mayDownload: !ephemeral, say })
    onReady?.('MongoDB', server.engine === 'mongod' ? 'mongod' : 'built-in server', Date.now() - began)
    return server
  }
  const [sql, documents] = await Promise.allSettled([postgres(), mongo()])
  const started = [documents, sql].flatMap((result) =>
    result.status === 'fulfilled' && result.value ? [result.value] : [],
  )
  const stop = async () => {
    for (const server of started) await server.stop()
  }
  if (sql.status === 'rejected' || documents.status === 'rejected') {
    await stop()
    throw sql.status === 'rejected' ? sql.reason : (documents as PromiseRejectedResult).reason
  }
  const endOf = (name: string, server: { ended: Promise<unknown> } | null) =>
    server ? server.ended.then(() => name) : new Promise<string>(() => {})
  return {
    databaseUrl: databaseUrl ?? sql.value?.url ?? '',
    mongodbUri: mongodbUri ?? documents.value?.uri ?? '',
    mongoEngine: documents.value?.engine ?? null,
    stop,
    ended: Promise.race([endOf('Postgres', sql.value), endOf('MongoDB', documents.value)]),
  }
}

/** Servers for one run of tests, in a folder of their own that is deleted at the end. */
export async function startEphemeralServers(
  options: Omit<ServerOptions, 'dataDirectory' | 'ephemeral'>,
): Promise<Servers> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'nexus-test-'))
  chmodSync(dataDirectory, 0o711) // Postgres may run under another account
  const clean = () => rmSync(dataDirectory, { recursive: true, force: true })
  try {
    const servers = await startServers({ ...options, dataDirectory, ephemeral: true })
    return { ...servers, stop: () => servers.stop().finally(clean) }
  } catch (error) {
    clean()
    throw error
  }
}
