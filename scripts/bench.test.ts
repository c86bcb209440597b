import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { afterAll, expect, it } from 'vitest'
import { PROJECT } from '@/lib/dev/launcher/project'
import { ephemeralFolder } from '@/lib/dev/launcher/servers'

const data = ephemeralFolder()
afterAll(() => rmSync(data, { recursive: true, force: true }))

it('npm run bench -- --sizes measures a catalogue of that size, import, index and answers', async () => {
  const env = {
    ...process.env,
    NEXUS_DATA: data,
    NEXUS_BENCH_SECONDS: '1',
    DATABASE_URL: '',
    MONGODB_URI: '',
    MONGOMS_RUNTIME_DOWNLOAD: 'false',
  }
  const npm = spawn('npm', ['run', '-s', 'bench', '--', '--sizes', '2000'], {
    cwd: PROJECT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said, [code]] = await Promise.all([text(npm.stdout), once(npm, 'exit')])
  expect(code).toBe(0)
  const row = (name: string) => said.split('\n').find((line) => line.startsWith(name)) ?? ''
  expect(row('products found')).toMatch(/ 2000 *$/)
  for (const name of ['import into both stores', 'build from both stores', 'search with typos', 'new name searchable'])
    expect(row(name), name).toMatch(/ \d/)
  expect(said).not.toMatch(/NaN|undefined/)
}, 240_000)
