import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { currentHolder } from '@/lib/dev/launcher/process/lock'
import { isRunning } from '@/lib/dev/launcher/process/processes'
import { PROJECT } from '@/lib/dev/launcher/project'
import { ephemeralFolder } from '@/lib/dev/launcher/servers'
import { readState } from '@/lib/dev/launcher/state'
import { restoreTypesFile } from '@/lib/dev/testing/types-file'

const BUILD_FOLDER = '.next-dev-test'
const READY = 'Ctrl-C stops everything'
const data = ephemeralFolder()
const restoreTypes = restoreTypesFile()

afterAll(() => {
  rmSync(join(PROJECT, BUILD_FOLDER), { recursive: true, force: true })
  rmSync(data, { recursive: true, force: true })
  restoreTypes()
})

/** Starts `npm run dev` as a user would, with a separate data folder, and collects its output. */
function launch() {
  const env = {
    ...process.env,
    NODE_ENV: 'development' as const,
    PORT: '0',
    NEXUS_DATA: data,
    NEXUS_DIST_DIR: BUILD_FOLDER,
    DATABASE_URL: '',
    MONGODB_URI: '',
    MONGOMS_RUNTIME_DOWNLOAD: 'false',
  }
  const npm = spawn('npm', ['run', 'dev'], { cwd: PROJECT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const run = { npm, output: '' }
  for (const stream of [npm.stdout, npm.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      run.output += text
    })
  return run
}

async function untilReady(run: { npm: ChildProcess; output: string }): Promise<string> {
  const isSettled = () => run.output.includes(READY) || run.npm.exitCode !== null
  await vi.waitUntil(isSettled, { timeout: 240_000, interval: 200 })
  expect(run.output).toContain(READY)
  return /Store +(http:\S+)/.exec(run.output)?.[1] ?? ''
}

/** Returns whether Postgres, MongoDB and Next.js are still running. */
function areRunning(): boolean[] {
  const { postgres, mongo, app } = readState(data)!
  return [postgres?.process, mongo?.process, app].map((server) => server !== undefined && isRunning(server))
}
const untilStopped = () => vi.waitFor(() => expect(areRunning()).toEqual([false, false, false]), { timeout: 30_000 })

describe('npm run dev', () => {
  it('survives being killed: nothing is left running, and the next start has all the data', {
    timeout: 420_000,
  }, async () => {
    const first = launch()
    const url = await untilReady(first)
    expect((await fetch(`${url}/api/health`)).status).toBe(200)
    expect(first.output).toContain('Demo data ready')

    const second = launch()
    await once(second.npm, 'close')
    expect(second.output).toContain(`The store already runs at ${url}`)
    expect(second.npm.exitCode).toBe(1)

    process.kill(currentHolder(data)!.pid, 'SIGKILL')
    await once(first.npm, 'close')
    const third = launch() // at once, because processes left behind must not block a start
    await untilReady(third)
    expect(third.output).not.toContain('Demo data')
    expect(areRunning()).toEqual([true, true, true])

    process.kill(currentHolder(data)!.pid, 'SIGINT')
    await once(third.npm, 'close')
    expect(areRunning()).toEqual([false, false, false])
  })

  it('ends with the npm that started it, even if that is killed', { timeout: 300_000 }, async () => {
    const run = launch()
    await untilReady(run)
    run.npm.kill('SIGKILL')
    await untilStopped()
  })
})
