import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PROJECT } from '../launcher/project'
import { migrationFaults } from './migration-faults'

// Released before this rule existed; applied migrations must not be changed.
const RELEASED = new Set(['20261125030000_stock_cursor'])
const FOLDER = join(PROJECT, 'prisma', 'migrations')

const faults = (...scripts: string[]) => migrationFaults(scripts.map((sql, index) => ({ name: `m${index + 1}`, sql })))

describe('a migration', () => {
  it('may index a table that it creates itself', () => {
    expect(
      faults('CREATE TABLE "A" (id int); CREATE UNIQUE INDEX "A_id" ON "A"(id); ALTER TABLE "A" ADD UNIQUE (id);'),
    ).toEqual([])
  })

  it('builds an index on an existing table concurrently', () => {
    expect(faults('CREATE TABLE "A" (id int);', 'CREATE INDEX "A_id" ON "A"(id);')).toEqual([
      'm2: A_id on A must be created CONCURRENTLY',
    ])
    expect(faults('-- why\nCREATE INDEX CONCURRENTLY "A_id" ON "A"(id);')).toEqual([])
  })

  it('has a concurrent build as its only statement', () => {
    const fault = 'm1: CONCURRENTLY must be the only statement of its migration'
    expect(faults('CREATE INDEX CONCURRENTLY "A_id" ON "A"(id);\nDROP INDEX CONCURRENTLY "A_old";')).toEqual([fault])
    expect(faults('DROP INDEX CONCURRENTLY "A_old"; SELECT 1;')).toEqual([fault])
  })

  it('adds unique constraints to an existing table from an index', () => {
    expect(faults('ALTER TABLE "A"\n  ADD CONSTRAINT "A_key" UNIQUE ("b");')).toHaveLength(1)
    expect(faults('ALTER TABLE "A" ADD CONSTRAINT "A_key" UNIQUE USING INDEX "A_b";')).toEqual([])
  })

  it('is not misread where comments, texts or function bodies contain statements', () => {
    expect(
      faults(`-- CREATE INDEX "x" ON "A"(id);
        SELECT 'CREATE INDEX "x" ON "A"(id); ';
        CREATE FUNCTION f() RETURNS void AS $$ BEGIN CREATE INDEX "x" ON "A"(id); END $$ LANGUAGE plpgsql;`),
    ).toEqual([])
  })
})

it('no migration of the project locks a table that may be large', () => {
  const names = readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []))
  const migrations = names
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(FOLDER, name, 'migration.sql'), 'utf8') }))
  expect(migrationFaults(migrations, RELEASED)).toEqual([])
})
