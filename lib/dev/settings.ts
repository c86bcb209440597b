import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import nextEnv from '@next/env'
import { z } from 'zod'
import { PROJECT } from './project'

const DEFAULT_PORT = 3000
const filled = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional())
const environmentSchema = z.object({
  PORT: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce.number().int().min(0).max(65_535).optional(),
  ),
  NEXUS_DATA: filled,
  DATABASE_URL: filled,
  MONGODB_URI: filled,
  NEXUS_SECRET: filled,
  NEXUS_URL: filled,
})

/** What the user chose in the environment and in .env files, which the environment overrules. */
export type Settings = {
  port: number
  isPortChosen: boolean
  dataDirectory: string
  databaseUrl?: string
  mongodbUri?: string
  secret?: string
  url?: string
  /** Where Next.js builds to, relative to the project. */
  distDirectory: string
}

/** Loads .env files as Next.js does, into process.env, and reads what concerns the launcher. */
export function loadSettings(mode: 'development' | 'production'): Settings {
  // What follows, here and in the children, is in that mode; Next's own types call NODE_ENV read-only.
  Object.assign(process.env, { NODE_ENV: mode })
  nextEnv.loadEnvConfig(PROJECT, mode === 'development', { info: () => {}, error: console.error })
  process.env.NEXT_TELEMETRY_DISABLED ??= '1'
  const result = environmentSchema.safeParse(process.env)
  if (!result.success) throw new Error(`The environment is wrong:\n${z.prettifyError(result.error)}`)
  const { PORT, NEXUS_DATA, DATABASE_URL, MONGODB_URI, NEXUS_SECRET, NEXUS_URL } = result.data
  const dataDirectory = resolve(PROJECT, NEXUS_DATA ?? '.data')
  return {
    port: PORT ?? DEFAULT_PORT,
    isPortChosen: PORT !== undefined,
    dataDirectory,
    databaseUrl: DATABASE_URL,
    mongodbUri: MONGODB_URI,
    secret: NEXUS_SECRET,
    url: NEXUS_URL,
    distDirectory: distDirectoryOf(dataDirectory),
  }
}

function distDirectoryOf(dataDirectory: string): string {
  const chosen = process.env.NEXUS_DIST_DIR
  if (chosen) return chosen
  if (dataDirectory === join(PROJECT, '.data')) return '.next'
  // Stores that share a checkout must not overwrite each other's build.
  return `.next-${createHash('sha256').update(dataDirectory).digest('hex').slice(0, 8)}`
}
