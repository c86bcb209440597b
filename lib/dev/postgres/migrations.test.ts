import { rmSync } from 'node:fs'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningServer } from '../launcher/process/keep-running'
import { ephemeralFolder } from '../launcher/servers'
import { withDatabase } from './connection-string'
import { migrate } from './migrations'
import { startPostgres } from './server'

const folder = ephemeralFolder()
let server: RunningServer
beforeAll(async () => {
  server = await startPostgres(folder, { ephemeral: true })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}
const INTERRUPT = `UPDATE _prisma_migrations SET finished_at = NULL, applied_steps_count = 0
  WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)`

describe('the migrations of the store', { timeout: 60_000 }, () => {
  it('are applied once, and the next time there is nothing to do', async () => {
    const url = withDatabase(server.url, 'once')
    expect(await migrate(url, { isOurs: true })).toBeGreaterThan(0)
    expect(await migrate(url, { isOurs: true })).toBe(0)
  })

  it('begin again where a start was killed in the middle of one', async () => {
    const url = withDatabase(server.url, 'killed')
    await migrate(url, { isOurs: true })
    await query(url, INTERRUPT)
    expect(await migrate(url, { isOurs: true })).toBeGreaterThan(0)
    expect(await migrate(url, { isOurs: true })).toBe(0)
  })

  it('are left for their owner to decide on a server that others use too', async () => {
    const url = withDatabase(server.url, 'shared')
    await migrate(url, { isOurs: true })
    await query(url, INTERRUPT)
    await expect(migrate(url, { isOurs: false })).rejects.toThrow('P3009')
  })

  it('never cost data: a database that has some is not made anew', async () => {
    const url = withDatabase(server.url, 'filled')
    await migrate(url, { isOurs: true })
    await query(url, `INSERT INTO "Setting" (key, value) VALUES ('kept', '1')`)
    await query(url, INTERRUPT)
    await migrate(url, { isOurs: true }).catch(() => {})
    expect(await query(url, `SELECT key FROM "Setting"`)).toEqual([{ key: 'kept' }])
  })
})
