import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { GuardedChild } from './process/guarded-child'
import { freePort, isPortFree, nextFreePort } from './process/ports'
import { recordProcess, stopLeftover } from './process/processes'
import { spawnTool } from './process/tool'
import { PROJECT } from './project'
import { isOnGivenServers, type Settings } from './settings'
import { readState, updateState } from './state'

const START_TIMEOUT_MS = 120_000
const BANNER_MS = 300 // lets Next.js print its banner before the launcher prints its own

/**
 * Returns the port that the user chose, or throws if it is taken. If none was chosen, returns the first free port from
 * 3000.
 */
export async function choosePort({ port, isPortChosen }: Pick<Settings, 'port' | 'isPortChosen'>): Promise<number> {
  if (port === 0) return freePort()
  if (await isPortFree(port)) return port
  if (isPortChosen) throw new Error(`Port ${port} is taken by another program. Free it, or choose another PORT.`)
  const next = await nextFreePort(port)
  if (next === null) throw new Error(`No port from ${port} on is free. Choose one with PORT.`)
  return next
}

/** Returns whether there is a build for `npm start` to serve. */
export const hasBuild = ({ distDirectory }: Settings) => existsSync(join(PROJECT, distDirectory, 'BUILD_ID'))

/** Stops a Next.js server that an earlier run left behind. */
export async function stopLeftoverApp(dataDirectory: string): Promise<void> {
  await stopLeftover(readState(dataDirectory)?.app, [
    { signal: 'SIGTERM', waitMs: 5_000 },
    { signal: 'SIGKILL', waitMs: 5_000 },
  ])
}

/** Starts `next dev` or `next start` on the port; resolves when it accepts connections. */
export async function startApp(command: 'dev' | 'start', port: number, settings: Settings): Promise<GuardedChild> {
  const child = spawnTool('next', [command, '--port', String(port)], { output: 'inherit' })
  // With DATABASE_URL and MONGODB_URI, several instances may share the data folder, but its state file records only
  // one.
  if (!isOnGivenServers(settings)) updateState(settings.dataDirectory, { app: recordProcess(child.process.pid) })
  let hasEnded = false
  const markEnded = () => {
    hasEnded = true
  }
  child.ended.then(markEnded, markEnded)
  for (const end = Date.now() + START_TIMEOUT_MS; Date.now() < end; await sleep(50)) {
    if (hasEnded) throw new Error(`next ${command} ended before it was ready.`)
    if (await accepts(port)) {
      await sleep(BANNER_MS)
      return child
    }
  }
  await child.stop()
  throw new Error(`next ${command} did not listen on port ${port} in time.`)
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
}
