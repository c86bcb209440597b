import { spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ephemeralFolder } from '../servers'
import { currentHolder, takeLock } from './lock'
import { recordProcess } from './processes'

let folder: string
beforeEach(() => {
  folder = ephemeralFolder()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const heldBy = (holder: object) => writeFileSync(join(folder, 'launcher.json'), JSON.stringify(holder))

it('a data folder that nobody has is taken, and given back', async () => {
  const lock = await takeLock(folder, 'dev')
  lock.publish('http://localhost:4100')
  expect(currentHolder(folder)).toMatchObject({ pid: process.pid, command: 'dev', url: 'http://localhost:4100' })
  lock.release()
  expect(currentHolder(folder)).toBeNull()
})

it('a second launcher is told where the store runs', async () => {
  const other = spawn('sleep', ['300'])
  heldBy({ ...recordProcess(other.pid), command: 'dev', url: 'http://localhost:4100' })
  await expect(takeLock(folder, 'dev')).rejects.toThrow(`already runs at http://localhost:4100 (pid ${other.pid})`)
  other.kill()
})

it('a launcher that is about to end is waited for', async () => {
  const other = spawn('sleep', ['0.5'])
  heldBy({ ...recordProcess(other.pid), command: 'dev' })
  const lock = await takeLock(folder, 'dev')
  lock.release()
})

it('a launcher that was killed blocks nobody, not even if its id is another process by now', async () => {
  heldBy({ pid: process.ppid, identity: 'an earlier one', command: 'dev' })
  const lock = await takeLock(folder, 'start')
  expect(currentHolder(folder)).toMatchObject({ pid: process.pid, command: 'start' })
  lock.release()
})

it('a lock that was only half written blocks nobody', async () => {
  writeFileSync(join(folder, 'launcher.json'), '{"pid": 1')
  const lock = await takeLock(folder, 'dev')
  lock.release()
})
