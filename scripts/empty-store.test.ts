import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GuardedChild } from '@/lib/dev/launcher/process/guarded-child'
import { freePort } from '@/lib/dev/launcher/process/ports'
import { spawnTool } from '@/lib/dev/launcher/process/tool'
import { PROJECT } from '@/lib/dev/launcher/project'
import { ephemeralFolder, type Servers, startEphemeralServers } from '@/lib/dev/launcher/servers'
import { withDatabase } from '@/lib/dev/postgres/connection-string'
import { migrate } from '@/lib/dev/postgres/migrations'
import { TEST_SECRET } from '@/lib/dev/testing/test-secret'

const BUILD_FOLDER = '.next-empty-test'
const TYPES_FILE = join(PROJECT, 'next-env.d.ts')
const typesBefore = existsSync(TYPES_FILE) ? readFileSync(TYPES_FILE) : null
const data = ephemeralFolder()
let servers: Servers
let store: GuardedChild | undefined
let origin: string

// Servers of the user's, which no build fills: migrated, and nothing in them.
beforeAll(async () => {
  servers = await startEphemeralServers({ say: () => {} })
  const databaseUrl = withDatabase(servers.databaseUrl, 'nexus_empty')
  await migrate(databaseUrl, { isOurs: true })
  const port = await freePort()
  origin = `http://localhost:${port}`
  const environment = {
    NODE_ENV: 'production' as const,
    PORT: String(port),
    NEXUS_DATA: data,
    NEXUS_DIST_DIR: BUILD_FOLDER,
    NEXUS_URL: origin,
    NEXUS_SECRET: TEST_SECRET,
    DATABASE_URL: databaseUrl,
    MONGODB_URI: withDatabase(servers.mongodbUri, 'nexus_empty'),
  }
  const npm = spawn('npm', ['run', '-s', 'build'], {
    cwd: PROJECT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [code] = await once(npm, 'exit')
  expect(code, 'npm run build').toBe(0)
  store = spawnTool('next', ['start', '--port', String(port)], { env: environment })
}, 600_000)

afterAll(async () => {
  await store?.stop()
  await servers?.stop()
  rmSync(join(PROJECT, BUILD_FOLDER), { recursive: true, force: true })
  rmSync(data, { recursive: true, force: true })
  if (typesBefore) writeFileSync(TYPES_FILE, typesBefore) // it names the build folder, which is gone
})

describe('a store that was built with an empty catalogue', () => {
  const page = async (path: string) => {
    const response = await fetch(`${origin}${path}`)
    return { status: response.status, text: await response.text() }
  }

  it('is healthy', async () => {
    await expect
      .poll(
        () =>
          page('/api/health').then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 60_000 },
      )
      .toBe(200)
  })

  it.each([
    ['/', 'The shelves are still empty'],
    ['/departments', 'The shelves are still empty'],
    ['/new', 'This shelf is empty'],
    ['/deals', 'This shelf is empty'],
    ['/search', 'This shelf is empty'],
    ['/search?q=lamp', 'Nothing called'],
  ])('%s says so: %s', async (path, words) => {
    const { status, text } = await page(path)
    expect(status).toBe(200)
    expect(text).toContain(words)
    expect(text).not.toContain('This shelf fell down')
  })

  it.each(['/p/lamp', '/c/lamps'])('%s is not there', async (path) => {
    expect((await page(path)).status).toBe(404)
  })
}, 120_000)
