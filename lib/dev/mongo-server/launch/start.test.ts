import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { typescriptArguments } from '@/lib/dev/launcher/project'
import { ephemeralFolder } from '@/lib/dev/launcher/servers'
import { readState, updateState } from '@/lib/dev/launcher/state'
import { startMongo } from './start'

let folder: string
let said: string[]
const start = () => startMongo(folder, { mayDownload: false, say: (line) => said.push(line) })

/** Creates an executable named mongod that runs this shell script, and returns its path. */
function mongodThat(script: string): string {
  const file = join(folder, 'mongod')
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
  return file
}
const fakeMongod = () =>
  mongodThat(`exec "${process.execPath}" ${typescriptArguments('lib/dev/testing/fake-mongod.ts').join(' ')} "$@"`)
const memoryOfFake = () => JSON.parse(readFileSync(join(folder, 'mongodb', 'fake.json'), 'utf8'))

beforeEach(() => {
  folder = ephemeralFolder()
  said = []
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

describe('a real mongod', () => {
  beforeEach(() => vi.stubEnv('MONGOMS_SYSTEM_BINARY', fakeMongod()))

  it('runs as a replica set of one with a password that only the store knows', async () => {
    const server = await start()
    expect(server.engine).toBe('mongod')
    const client = new MongoClient(server.url)
    expect(await client.db('admin').command({ ping: 1 })).toMatchObject({ ok: 1 })
    await client.close()
    const stranger = new MongoClient(server.url.replace(/nexus:[^@]+@/, 'nexus:guess@'))
    await expect(stranger.db('admin').command({ ping: 1 })).rejects.toThrow('Authentication failed')
    await stranger.close()
    const port = readState(folder)?.mongo?.port
    expect(memoryOfFake()).toMatchObject({
      config: { members: [{ host: `127.0.0.1:${port}` }] },
      user: { name: 'nexus' },
    })
    await server.stop()
  })

  it('keeps its data and its password, also when it has to take another port', async () => {
    await (await start()).stop()
    const before = readState(folder)!.mongo!
    updateState(folder, { mongo: { ...before, port: 1 } }) // only root may use port 1; the replica set stored another
    const server = await start()
    const { port, password } = readState(folder)!.mongo!
    expect(password).toBe(before.password)
    expect(memoryOfFake()).toMatchObject({ starts: 2, config: { members: [{ host: `127.0.0.1:${port}` }] } })
    await server.stop()
  })

  it('that is gone is an error that says so: the built-in server would show an empty store', async () => {
    await (await start()).stop()
    vi.stubEnv('MONGOMS_SYSTEM_BINARY', '')
    vi.stubEnv('PATH', '')
    vi.stubEnv('MONGOMS_DOWNLOAD_DIR', join(folder, 'nothing'))
    vi.stubEnv('MONGOMS_DOWNLOAD_MIRROR', 'http://127.0.0.1:9')
    await expect(start()).rejects.toThrow('made by mongod, which is not found now')
  })
})

describe('a mongod that cannot run', () => {
  it('is replaced by the built-in server, and a line says why', async () => {
    vi.stubEnv('MONGOMS_SYSTEM_BINARY', mongodThat('echo "libcurl.so.4 is missing" >&2; exit 127'))
    const server = await start()
    expect(server.engine).toBe('built-in')
    expect(said.join()).toMatch(/does not run here: using the built-in MongoDB server/)
    expect(existsSync(join(folder, 'mongodb'))).toBe(false)
    await server.stop()
  })
})

describe('the built-in server', () => {
  it('keeps the data that it made, also when there is a mongod later', async () => {
    vi.stubEnv('PATH', '')
    const first = await start()
    const client = new MongoClient(first.url)
    await client.db('nexus').collection('products').insertOne({ slug: 'lamp' })
    await client.close()
    await first.stop()

    vi.stubEnv('MONGOMS_SYSTEM_BINARY', fakeMongod())
    const second = await start()
    expect(second.engine).toBe('built-in')
    expect(said.join()).toContain('stays there. npm run reset starts over')
    const again = new MongoClient(second.url)
    expect(await again.db('nexus').collection('products').findOne()).toMatchObject({ slug: 'lamp' })
    await again.close()
    await second.stop()
  })
})
