import { killChildren, stopChildren } from './guarded-child'
import { parentOf, programOf } from './processes'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const PARENT_CHECK_MS = 500

/** Why the launcher ends: the user asked, or something broke. */
export class Stopped extends Error {}

/**
 * Collects what has to be stopped, and stops it in the reverse order, whatever ends the launcher: Ctrl-C, a signal, an
 * error, or the end of the npm that started it. A second Ctrl-C does not wait.
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
  requested.catch(() => {}) // nobody may be waiting for it just then
  let isStopping: Promise<void> | undefined

  async function stopAll() {
    clearInterval(watch)
    for (const stop of stops.reverse()) await stop().catch((error) => console.error(error))
    await stopChildren() // what was just about to be registered
  }
  return {
    /** Aborted when the launcher shall end. */
    signal: controller.signal,
    /** Rejects with Stopped when the launcher shall end. */
    requested,
    /** Registers what was just started. */
    add: (stop: () => Promise<void>) => void stops.push(stop),
    stopAll() {
      isStopping ??= stopAll()
      return isStopping
    },
  }
}

export type Shutdown = ReturnType<typeof createShutdown>

/** npm that was killed cannot tell its script to end. The script sees that npm, or the shell in between, is gone. */
function watchNpm(onGone: () => void): NodeJS.Timeout | undefined {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return undefined
  const parent = process.ppid
  const isShell = /^(sh|ash|bash|dash|busybox)$/.test(programOf(parent) ?? '') // some shells leave, others stay
  const npm = isShell ? parentOf(parent) : undefined
  const timer = setInterval(() => {
    if (process.ppid === parent && (!isShell || parentOf(parent) === npm)) return
    clearInterval(timer)
    onGone()
  }, PARENT_CHECK_MS)
  return timer.unref()
}
