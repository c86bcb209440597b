import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { typescriptArguments } from '../project'
import { spawnGuarded } from './guarded-child'
import { processIdentity } from './processes'

/** Starts a launcher in a separate process. Returns it with the process ids of its child and grandchild. */
async function launch() {
  const launcher = spawn(process.execPath, typescriptArguments('lib/dev/testing/guardian.ts'), {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(launcher.stdout.setEncoding('utf8'), 'data')
  const pids = String(line).trim().split(' ').map(Number)
  expect(pids.map(processIdentity)).not.toContain(undefined)
  return { launcher, pids }
}
const haveEnded = (pids: number[]) =>
  vi.waitFor(() => expect(pids.map(processIdentity)).toEqual(pids.map(() => undefined)), { timeout: 5_000 })

describe('a guarded child', () => {
  it.each(['SIGKILL', 'SIGTERM'] as const)(
    'ends with its launcher, and so does what it started, after %s',
    async (signal) => {
      const { launcher, pids } = await launch()
      launcher.kill(signal)
      await haveEnded(pids)
    },
  )

  it('that does not listen to a polite signal is killed', async () => {
    const child = spawnGuarded('/bin/sh', ['-c', 'trap "" TERM; echo up; while :; do sleep 0.1; done'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      signals: { polite: 'TERM', patienceSeconds: 0.2, last: 'KILL' },
    })
    await once(child.process.stdout!, 'data')
    await child.stop()
    expect(processIdentity(child.process.pid!)).toBeUndefined()
  })

  it('tells its exit code, and may be stopped again', async () => {
    const child = spawnGuarded('/bin/sh', ['-c', 'exit 3'], {
      stdio: 'ignore',
      signals: { polite: 'TERM', patienceSeconds: 1, last: 'KILL' },
    })
    expect(await child.ended).toBe(3)
    await child.stop()
  })
})
