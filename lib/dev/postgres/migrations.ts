import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { runTool } from '../launcher/process/tool'
import { PROJECT } from '../launcher/project'
import { interruptedMigrations } from './interrupted-migrations'

const SCHEMA = join(PROJECT, 'prisma/schema.prisma')
const MIGRATIONS = join(PROJECT, 'prisma/migrations')
const CLIENT = join(PROJECT, 'lib/db/generated/client.ts')
const QUIET: Record<string, string> = { PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1', NO_COLOR: '1' }

/** Generates the Prisma client if it is missing or older than the schema. Returns whether it was generated. */
export async function ensureClient(): Promise<boolean> {
  if (existsSync(CLIENT) && statSync(CLIENT).mtimeMs >= statSync(SCHEMA).mtimeMs) return false
  const { code, output } = await runTool('prisma', ['generate'], { env: QUIET })
  if (code !== 0) throw new Error(`prisma generate failed:\n${output.trim()}`)
  return true
}

type MigrateOptions = {
  /** Whether only this launcher uses the database. If so, an interrupted migration is run again. */
  isOurs: boolean
}

/** Applies pending migrations, creating the database if it is missing. Returns how many were applied. */
export async function migrate(databaseUrl: string, { isOurs }: MigrateOptions): Promise<number> {
  const missing = await pendingMigrations(databaseUrl)
  if (missing.length === 0) return 0 // the Prisma CLI would take a hundred times as long to find this out
  const interrupted = isOurs ? await interruptedMigrations(databaseUrl) : []
  for (const name of interrupted) await runMigrate(databaseUrl, ['resolve', '--rolled-back', name])
  await runMigrate(databaseUrl, ['deploy'])
  return missing.length
}

/** Throws unless every migration has been applied. Migrations of a newer release may have been applied as well. */
export async function requireMigrated(databaseUrl: string): Promise<void> {
  const missing = await pendingMigrations(databaseUrl)
  if (missing.length > 0)
    throw new Error(
      'The database is not migrated. With servers of your own the order is npm run migrate, npm run build, npm start.\n' +
        `Missing: ${missing.join(', ')}`,
    )
}

async function pendingMigrations(databaseUrl: string): Promise<string[]> {
  const applied = await appliedMigrations(databaseUrl)
  return readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !applied.has(entry.name))
    .map(({ name }) => name)
}

async function runMigrate(databaseUrl: string, args: string[]): Promise<void> {
  const { code, output } = await runTool('prisma', ['migrate', ...args], {
    env: { ...QUIET, DATABASE_URL: databaseUrl },
  })
  if (code !== 0) throw new Error(`The migrations of the database failed:\n${withoutPreamble(output)}`)
}

async function appliedMigrations(databaseUrl: string): Promise<Set<string>> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ migration_name: string }>(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    )
    return new Set(rows.map((row) => row.migration_name))
  } catch {
    return new Set() // no database or table yet; the Prisma CLI creates them or reports the error
  } finally {
    await client.end().catch(() => {})
  }
}

const withoutPreamble = (output: string) =>
  output
    .split('\n')
    .filter((line) => line.trim() && !/^(Loaded Prisma config|Prisma schema loaded)/.test(line))
    .join('\n')
