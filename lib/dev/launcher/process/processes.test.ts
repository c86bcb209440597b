import { spawn } from 'node:child_process'
import { expect, it } from 'vitest'
import { isRunning, recordProcess, stopLeftover } from './processes'

const steps = [{ signal: 'SIGTERM' as const, waitMs: 5_000 }]

it('a process that was left over is ended', async () => {
  const record = recordProcess(spawn('sleep', ['300']).pid)!
  expect(isRunning(record)).toBe(true)
  await stopLeftover(record, steps)
  expect(isRunning(record)).toBe(false)
})

it('another process that has got its id is left alone', async () => {
  const stranger = spawn('sleep', ['300'])
  const record = recordProcess(stranger.pid)!
  await stopLeftover({ ...record, identity: 'an earlier one' }, steps)
  expect(isRunning(record)).toBe(true)
  stranger.kill()
})

it('nothing happens where nothing was left over', async () => {
  await stopLeftover(undefined, steps)
  await stopLeftover({ pid: 2 ** 22 - 1, identity: 'long gone' }, steps)
})
