import { killChildren, stopChildren } from './guarded-child'
import { parentOf, programOf } from './processes'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const PARENT_CHECK_MS = 2_000

/** Thrown when the user asked the launcher to stop. */
export class Stopped extends Error {}

/**
 * Collects functions that stop what the launcher has started, and calls them in reverse order however the launcher
 * ends: by Ctrl-C, a signal, an error, or the end of the npm process that started it. A second Ctrl-C kills everything
 * at once.
 */
export function createShutdown() {
  const stops: (() => Promise<void>)[] = []
  const controller = new AbortController()
  let signals = 0
  const ask = () => {
    signals++
    if (signals === 1) controller.abort(new Stopped())
    else {
      killChildren()
      process.exit(130)
    }
  }
  for (const signal of SIGNALS) process.on(signal, ask)
  const watch = watchNpm(ask)
  const requested = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason))
  })
  requested.catch(() => {}) // it may reject before anything awaits it
  let isStopping: Promise<void> | undefined

  async function stopAll() {
    clearInterval(watch)
    for (const stop of stops.reverse()) await stop().catch((error) => console.error(error))
    await stopChildren() // also stops children for which no stop function was added yet
  }
  return {
    /** Aborts when the launcher should end. */
    signal: controller.signal,
    /** Rejects with Stopped when the launcher should end. */
    requested,
    /** Adds a function to call when the launcher ends; the one added last is called first. */
    add: (stop: () => Promise<void>) => void stops.push(stop),
    stopAll() {
      isStopping ??= stopAll()
      return isStopping
    },
  }
}

export type Shutdown = ReturnType<typeof createShutdown>

/**
 * Calls `onGone` when npm, or the shell between npm and this script, has ended, because a killed npm cannot stop its
 * script.
 */
function watchNpm(onGone: () => void): NodeJS.Timeout | undefined {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return undefined
  const parent = process.ppid
  const isShell = /^(sh|ash|bash|dash|busybox)$/.test(programOf(parent) ?? '') // some shells exec the script
  const npm = isShell ? parentOf(parent) : undefined
  const timer = setInterval(() => {
    if (process.ppid === parent && (!isShell || parentOf(parent) === npm)) return
    clearInterval(timer)
    onGone()
  }, PARENT_CHECK_MS)
  return timer.unref()
}
