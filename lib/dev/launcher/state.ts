import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const runningProcess = z.object({ pid: z.number(), identity: z.string() })
export type RunningProcess = z.infer<typeof runningProcess>

const MONGO_ENGINES = ['mongod', 'built-in'] as const
export type MongoEngine = (typeof MONGO_ENGINES)[number]

const stateSchema = z.object({
  /** Signs cookies and links if NEXUS_SECRET is not set. Absent until a store first needs it. */
  secret: z.string().optional(),
  postgres: z
    .object({
      /** The folder with Postgres's data, if it is outside the data folder. */
      home: z.string().optional(),
      port: z.number(),
      password: z.string(),
      process: runningProcess.optional(),
    })
    .optional(),
  mongo: z
    .object({
      /** The engine that created the data, the only one that can read it. Set after the first successful start. */
      engine: z.enum(MONGO_ENGINES).optional(),
      port: z.number(),
      password: z.string(),
      process: runningProcess.optional(),
    })
    .optional(),
  app: runningProcess.optional(),
  /** Port of the stand-in for a provider. Its accounts belong to its address, so it stays the same if it can. */
  identityPort: z.number().optional(),
})
export type State = z.infer<typeof stateSchema>

export const newPassword = () => randomBytes(24).toString('base64url')

const fileOf = (dataDirectory: string) => join(dataDirectory, 'state.json')

/** Returns the launcher's state as stored in the data folder, or null before the first start. */
export function readState(dataDirectory: string): State | null {
  let text: string
  try {
    text = readFileSync(fileOf(dataDirectory), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  return stateSchema.parse(JSON.parse(text))
}

/** Returns the secret stored in the data folder; generates and stores it on first use. */
export function ensureSecret(dataDirectory: string): string {
  const secret = readState(dataDirectory)?.secret ?? newPassword()
  updateState(dataDirectory, { secret })
  return secret
}

/** Merges `changes` into the state file, which is replaced atomically. It contains passwords, so its mode is 0600. */
export function updateState(dataDirectory: string, changes: Partial<State>): State {
  const state = stateSchema.parse({ ...readState(dataDirectory), ...changes })
  mkdirSync(dataDirectory, { recursive: true })
  const draft = `${fileOf(dataDirectory)}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, fileOf(dataDirectory))
  return state
}

export function databaseUrl({ port, password }: { port: number; password: string }, database = 'nexus'): string {
  return `postgresql://nexus:${password}@127.0.0.1:${port}/${database}`
}

export function mongodbUri({ engine, port, password }: NonNullable<State['mongo']>): string {
  return engine === 'mongod'
    ? `mongodb://nexus:${password}@127.0.0.1:${port}/nexus?authSource=admin&directConnection=true`
    : `mongodb://127.0.0.1:${port}/nexus?directConnection=true`
}
