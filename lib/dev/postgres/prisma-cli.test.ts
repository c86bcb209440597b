import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningServer } from '../launcher/process/keep-running'
import { freePort } from '../launcher/process/ports'
import { runTool } from '../launcher/process/tool'
import { PROJECT } from '../launcher/project'
import { ephemeralFolder } from '../launcher/servers'
import { withDatabase } from './connection-string'
import { startPostgres } from './server'

// A separate project with its own schema, which some tests change. It is inside the project, so that it can resolve
// node_modules.
const folder = join(PROJECT, 'node_modules', '.cache', `prisma-cli-test-${process.pid}`)
const migrations = join(folder, 'migrations')
const ENGINE = join(PROJECT, 'scripts', 'prisma-schema-engine.mjs')
const schema = (fields: string) => `
  generator client {
    provider = "prisma-client"
    output   = "./generated"
  }
  datasource db {
    provider = "postgresql"
  }
  model Shopper {
    id    Int    @id @default(autoincrement())
    email String @unique
    ${fields}
  }
`
const dataDirectory = ephemeralFolder()
let server: RunningServer
let url: string

beforeAll(async () => {
  server = await startPostgres(dataDirectory, { ephemeral: true })
  url = withDatabase(server.url, 'cli')
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'prisma.config.ts'),
    `import { defineConfig } from 'prisma/config'
     export default defineConfig({
       schema: 'schema.prisma', migrations: { path: 'migrations' }, datasource: { url: process.env.DATABASE_URL },
     })`,
  )
  writeFileSync(join(folder, 'schema.prisma'), schema(''))
})

afterAll(async () => {
  await server.stop()
  for (const made of [folder, dataDirectory]) rmSync(made, { recursive: true, force: true })
})

function prisma(args: string[], databaseUrl = url) {
  const env = { DATABASE_URL: databaseUrl, PRISMA_SCHEMA_ENGINE_BINARY: ENGINE, NO_COLOR: '1', CHECKPOINT_DISABLE: '1' }
  return runTool('prisma', [...args, '--config', join(folder, 'prisma.config.ts')], { env })
}

async function query(text: string, databaseUrl = url): Promise<unknown[]> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

describe("Prisma's command line with the engine of the project", { timeout: 60_000 }, () => {
  it('says of a database that is missing that it is missing', async () => {
    const { code, output } = await prisma(['migrate', 'status'])
    expect(output).toContain('P1003')
    expect(code).toBe(1)
  })

  it('creates the database with the first migration', async () => {
    const { code, output } = await prisma(['migrate', 'dev', '--name', 'first'])
    expect(output).toContain('Your database is now in sync with your schema')
    expect(code).toBe(0)
    expect((await prisma(['migrate', 'status'])).output).toContain('Database schema is up to date')
  })

  it('compares the next one in a shadow database, and leaves none behind', async () => {
    writeFileSync(join(folder, 'schema.prisma'), schema('phone String?'))
    const { code } = await prisma(['migrate', 'dev', '--name', 'second'])
    expect(code).toBe(0)
    expect(readdirSync(migrations).filter((name) => /_(first|second)$/.test(name))).toHaveLength(2)
    expect(await query('SELECT email, phone FROM "Shopper"')).toEqual([])
    expect(await query("SELECT datname FROM pg_database WHERE datname LIKE 'prisma_migrate_shadow%'")).toEqual([])
  })

  it('takes functions, blocks and strings with semicolons whole', async () => {
    await prisma(['migrate', 'dev', '--create-only', '--name', 'hand_written'])
    const draft = readdirSync(migrations).find((name) => name.endsWith('_hand_written'))!
    writeFileSync(
      join(migrations, draft, 'migration.sql'),
      `CREATE FUNCTION lower_email() RETURNS trigger AS $$ BEGIN NEW.email := lower(NEW.email); RETURN NEW; END; $$ LANGUAGE plpgsql;
       CREATE TRIGGER lower_email BEFORE INSERT ON "Shopper" FOR EACH ROW EXECUTE FUNCTION lower_email();
       DO $$ BEGIN PERFORM 1; PERFORM 2; END $$;
       INSERT INTO "Shopper" (email) VALUES ('A;B');`,
    )
    expect((await prisma(['migrate', 'dev'])).code).toBe(0)
    expect(await query('SELECT email FROM "Shopper"')).toEqual([{ email: 'a;b' }])
  })

  it('builds an index concurrently where that is the only statement of a migration', async () => {
    await prisma(['migrate', 'dev', '--create-only', '--name', 'index'])
    const draft = readdirSync(migrations).find((name) => name.endsWith('_index'))!
    const sql = '-- why it is needed\nCREATE INDEX CONCURRENTLY "Shopper_phone" ON "Shopper"("phone");\n'
    writeFileSync(join(migrations, draft, 'migration.sql'), sql)
    expect((await prisma(['migrate', 'deploy'])).output).toContain('successfully applied')
    const find = `SELECT indisvalid FROM pg_index WHERE indexrelid = '"Shopper_phone"'::regclass`
    expect(await query(find)).toEqual([{ indisvalid: true }])
  })

  it('deploys to a fresh database, and then has nothing to do', async () => {
    const fresh = withDatabase(server.url, 'fresh')
    expect((await prisma(['migrate', 'deploy'], fresh)).output).toContain(
      'All migrations have been successfully applied',
    )
    expect((await prisma(['migrate', 'deploy'], fresh)).output).toContain('No pending migrations to apply')
    expect(await query('SELECT email FROM "Shopper"', fresh)).toEqual([{ email: 'a;b' }])
  })

  it('pushes a schema without migrations', async () => {
    const pushed = withDatabase(server.url, 'pushed')
    expect((await prisma(['db', 'push'], pushed)).code).toBe(0)
    expect(await query('SELECT phone FROM "Shopper"', pushed)).toEqual([])
  })

  it('stops at a migration that fails, says why, and refuses to go on', async () => {
    const broken = join(migrations, '20990101000000_broken')
    mkdirSync(broken)
    writeFileSync(join(broken, 'migration.sql'), 'CREATE TABLE fine (id int);\nALTER TABLE missing ADD COLUMN x int;\n')
    const first = await prisma(['migrate', 'deploy'])
    expect(first.output).toContain('No such table: missing')
    expect(first.code).toBe(1)
    expect((await prisma(['migrate', 'deploy'])).output).toContain('P3009')
    rmSync(broken, { recursive: true })
  })

  it('says that a server is not there', async () => {
    const nowhere = `postgresql://nexus:x@127.0.0.1:${await freePort()}/cli`
    const results = await Promise.all([prisma(['migrate', 'deploy'], nowhere), prisma(['migrate', 'status'], nowhere)])
    for (const { code, output } of results) {
      expect(output).toContain('P1001')
      expect(code).toBe(1)
    }
  })
})
