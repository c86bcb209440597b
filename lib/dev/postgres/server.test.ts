import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { processIdentity } from '../launcher/process/processes'
import { ephemeralFolder } from '../launcher/servers'
import { readState, updateState } from '../launcher/state'
import { withDatabase } from './connection-string'
import { removeOutsideHome } from './home'
import { startPostgres } from './server'

let folder: string
const start = () => startPostgres(folder, { ephemeral: true })

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: withDatabase(url, 'postgres') })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

beforeEach(() => {
  folder = ephemeralFolder()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe("the store's own Postgres", () => {
  it('listens on this machine alone, with a password that only its owner can read', async () => {
    const server = await start()
    expect(await query(server.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
    expect(await query(server.url, 'SHOW unix_socket_directories')).toEqual([{ unix_socket_directories: '' }])
    await expect(query(server.url.replace(/:[^:@]+@/, ':guess@'), 'SELECT 1')).rejects.toThrow(
      'password authentication failed',
    )
    expect(statSync(join(folder, 'state.json')).mode & 0o777).toBe(0o600)
    await server.stop()
  })

  it('sorts by code points and knows the case of every letter', async () => {
    const server = await start()
    const [row] = await query(
      server.url,
      `SELECT 'b' < 'ä' AS sorted, lower('ÄÉ') AS lower, current_setting('server_encoding') AS encoding`,
    )
    expect(row).toEqual({ sorted: true, lower: 'äé', encoding: 'UTF8' })
    await server.stop()
  })

  it('keeps its data, its port and its password', async () => {
    const first = await start()
    await query(first.url, 'CREATE TABLE kept (id int)')
    await first.stop()
    const second = await start()
    expect(second.url).toBe(first.url)
    expect(await query(second.url, 'SELECT * FROM kept')).toEqual([])
    await second.stop()
  })

  it('that was left running is stopped by the next start', async () => {
    const left = await start()
    const before = readState(folder)!.postgres!.process!
    const next = await start()
    expect(processIdentity(before.pid)).toBeUndefined()
    expect(await query(next.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await next.stop()
    await left.stop()
  })

  it('that nobody remembers starting is stopped too', async () => {
    const left = await start()
    updateState(folder, { postgres: { ...readState(folder)!.postgres!, process: undefined } })
    const next = await start()
    expect(await query(next.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await next.stop()
    await left.stop()
  })

  it('that was killed leaves a pid file that confuses nobody, even if its id is another process by now', async () => {
    const killed = await start()
    const pidFile = join(folder, 'postgres', 'data', 'postmaster.pid')
    const lines = readFileSync(pidFile, 'utf8').split('\n')
    process.kill(readState(folder)!.postgres!.process!.pid, 'SIGKILL')
    await killed.ended
    const { uid, gid } = statSync(pidFile)
    const stranger = spawn('sleep', ['300'], process.getuid?.() === 0 ? { uid, gid } : {})
    writeFileSync(pidFile, [stranger.pid, ...lines.slice(1)].join('\n'))
    const next = await start()
    expect(stranger.exitCode).toBeNull()
    stranger.kill()
    await next.stop()
  })

  it('begins anew when it was killed while it was made', async () => {
    const home = join(folder, 'postgres')
    mkdirSync(join(home, 'new-1', 'data'), { recursive: true })
    writeFileSync(join(home, 'new-1', 'data', 'PG_VERSION'), '18')
    const server = await start()
    expect(existsSync(join(home, 'new-1'))).toBe(false)
    await server.stop()
  })

  it('is not led to the data of the original by a copied state', async () => {
    const original = await start()
    await query(original.url, 'CREATE TABLE original (id int)')
    const copy = ephemeralFolder()
    writeFileSync(join(copy, 'state.json'), readFileSync(join(folder, 'state.json')))
    updateState(copy, { postgres: { ...readState(copy)!.postgres!, process: undefined } })
    const other = await startPostgres(copy, { ephemeral: true })
    expect(other.url).not.toBe(original.url)
    expect(await query(original.url, 'SELECT * FROM original')).toEqual([])
    await other.stop()
    await original.stop()
    rmSync(copy, { recursive: true })
  })
})

// Only root runs Postgres under another account, which may be unable to enter root's folders.
if (process.getuid?.() === 0)
  describe("root's Postgres", () => {
    it('runs without the rights of root', async () => {
      const server = await start()
      expect(statSync(`/proc/${readState(folder)!.postgres!.process!.pid}`).uid).not.toBe(0)
      await server.stop()
    })

    it('lives elsewhere if its account cannot enter the store, and only this store may delete it', async () => {
      const closed = mkdtempSync(join(tmpdir(), 'nexus-test-closed-'))
      chmodSync(closed, 0o700)
      const server = await startPostgres(closed, { ephemeral: true })
      await query(server.url, 'CREATE TABLE kept (id int)')
      await server.stop()
      const { home } = readState(closed)!.postgres!
      expect(home).toMatch(/nexus\/[0-9a-f]{16}$/)
      const again = await startPostgres(closed, { ephemeral: true })
      expect(await query(again.url, 'SELECT * FROM kept')).toEqual([])
      await again.stop()

      removeOutsideHome(home!, folder)
      expect(existsSync(home!)).toBe(true)
      removeOutsideHome(home!, closed)
      expect(existsSync(home!)).toBe(false)
      rmSync(closed, { recursive: true })
    })
  })
