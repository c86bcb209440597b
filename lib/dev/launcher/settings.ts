import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import nextEnv from '@next/env'
import { z } from 'zod'
import { databaseUrlSchema } from '@/lib/env'
import { PROJECT } from './project'

const DEFAULT_PORT = 3000
const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  NEXUS_DATA: z.string().default('.data'),
  DATABASE_URL: databaseUrlSchema.optional(),
  MONGODB_URI: z.string().optional(),
  NEXUS_SECRET: z.string().optional(),
  NEXUS_URL: z.string().optional(),
  NEXUS_WORKER: z.enum(['inside', 'apart']).default('inside'),
  NEXUS_IDENTITY_STAND_IN: z.enum(['true', 'false']).optional(),
  OIDC_ISSUER: z.string().optional(),
})

/** Settings of the launcher from the environment and .env files; the environment takes precedence. */
export type Settings = {
  port: number
  isPortChosen: boolean
  dataDirectory: string
  databaseUrl?: string
  mongodbUri?: string
  secret?: string
  url?: string
  /** Whether the launcher itself runs background jobs, which it does unless NEXUS_WORKER is `apart`. */
  runsWorker: boolean
  /** Whether a stand-in plays a provider with which people sign in. */
  hasIdentityStandIn: boolean
  /** Build folder of Next.js, relative to the project folder. */
  distDirectory: string
}

/**
 * Returns whether the user configured both databases. If so, no embedded server runs, and the data folder needs no
 * lock.
 */
export const isOnGivenServers = ({ databaseUrl, mongodbUri }: Settings) => Boolean(databaseUrl && mongodbUri)

/**
 * Makes a store with an embedded Postgres write its mails to files by default. With DATABASE_URL, the user must set
 * MAIL_TO_FILES.
 */
export const mailEnvironment = ({ databaseUrl }: Settings): Record<string, string> =>
  databaseUrl ? {} : { MAIL_TO_FILES: process.env.MAIL_TO_FILES || 'true' }

/** Loads .env files into process.env as Next.js does, and returns the launcher's settings. Throws on invalid values. */
export function loadSettings(mode: 'development' | 'production'): Settings {
  // For this process and its children. Next's types declare NODE_ENV as read-only, hence Object.assign.
  Object.assign(process.env, { NODE_ENV: mode })
  nextEnv.loadEnvConfig(PROJECT, mode === 'development', { info: () => {}, error: console.error })
  process.env.NEXT_TELEMETRY_DISABLED ??= '1'
  process.env.CHECKPOINT_DISABLE ??= '1'
  process.env.PRISMA_HIDE_UPDATE_MESSAGE ??= '1'
  const filled = Object.entries(process.env).filter(([, value]) => value !== '')
  const result = environmentSchema.safeParse(Object.fromEntries(filled))
  if (!result.success) throw new Error(`The environment is wrong:\n${z.prettifyError(result.error)}`)
  const { PORT, NEXUS_DATA, DATABASE_URL, MONGODB_URI, NEXUS_SECRET, NEXUS_URL, NEXUS_WORKER } = result.data
  const { NEXUS_IDENTITY_STAND_IN, OIDC_ISSUER } = result.data
  const wantsStandIn = NEXUS_IDENTITY_STAND_IN ? NEXUS_IDENTITY_STAND_IN === 'true' : mode === 'development'
  const dataDirectory = resolve(PROJECT, NEXUS_DATA)
  return {
    port: PORT ?? DEFAULT_PORT,
    isPortChosen: PORT !== undefined,
    dataDirectory,
    databaseUrl: DATABASE_URL,
    mongodbUri: MONGODB_URI,
    secret: NEXUS_SECRET,
    url: NEXUS_URL,
    runsWorker: NEXUS_WORKER === 'inside',
    // It lets everybody in as anybody, so it never meets the people of a store with databases of its own.
    hasIdentityStandIn: wantsStandIn && !OIDC_ISSUER && !DATABASE_URL && !MONGODB_URI,
    distDirectory: distDirectoryOf(dataDirectory),
  }
}

function distDirectoryOf(dataDirectory: string): string {
  const chosen = process.env.NEXUS_DIST_DIR
  if (chosen) return chosen
  if (dataDirectory === join(PROJECT, '.data')) return '.next'
  // Stores in the same checkout must not overwrite each other's build.
  return `.next-${createHash('sha256').update(dataDirectory).digest('hex').slice(0, 8)}`
}
