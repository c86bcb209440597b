import { AlreadyRunning } from '../process/lock'
import { createShutdown, Stopped } from '../process/shutdown'
import { loadSettings } from '../settings'
import type { StoreContext } from '../store'
import { createTerminal } from '../terminal'

/**
 * Runs one npm script of the store, stops everything that it started, and ends the process. For an expected error,
 * prints only the message; for an unexpected one, the stack as well.
 */
export async function runCommand(
  mode: 'development' | 'production',
  command: (context: StoreContext) => Promise<void>,
): Promise<never> {
  const shutdown = createShutdown()
  let exitCode = 0
  try {
    const context = { settings: loadSettings(mode), terminal: createTerminal(), shutdown }
    await Promise.race([command(context), shutdown.requested])
  } catch (error) {
    if (!(error instanceof Stopped)) {
      exitCode = 1
      console.error(`\n${describe(error)}`)
    }
  }
  await shutdown.stopAll()
  process.exit(exitCode)
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (process.env.DEBUG) return error.stack ?? error.message
  if ('code' in error && error.code === 'EACCES')
    return `${error.message}\nThe file belongs to another user. Was the store started as root before?`
  const isForeseen = error.constructor === Error || error instanceof AlreadyRunning
  return isForeseen ? error.message : (error.stack ?? error.message)
}
