import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningProcess } from '../state'

/**
 * Returns the boot id and start time of a process, which distinguish it from a later process with the same id. On macOS
 * returns only the start time, on Windows a constant. Undefined if there is no such process.
 */
export function processIdentity(pid: number): string | undefined {
  try {
    if (process.platform === 'win32') return process.kill(pid, 0) ? 'running' : undefined
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)])
        .toString()
        .trim()
    const fields = statOf(pid)
    if (!fields || fields[0] === 'Z' || fields[0] === 'X') return undefined
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`
  } catch {
    return undefined
  }
}

/**
 * Returns the id of a process's parent. Undefined on systems other than Linux, where finding it would need another
 * program.
 */
export function parentOf(pid: number): number | undefined {
  const parent = statOf(pid)?.[1]
  return parent === undefined ? undefined : Number(parent)
}

/** Returns the name of the program that a process runs. Undefined on systems other than Linux. */
export function programOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch {
    return undefined
  }
}

/** Returns the fields of /proc/PID/stat, starting with the process state. Null if the file does not exist. */
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ') // the program name before it may contain spaces
  } catch {
    return null
  }
}

export function recordProcess(pid: number | undefined): RunningProcess | undefined {
  const identity = pid && processIdentity(pid)
  return pid && identity ? { pid, identity } : undefined
}

export const isRunning = ({ pid, identity }: RunningProcess) => processIdentity(pid) === identity

async function hasEnded(target: RunningProcess, withinMs: number): Promise<boolean> {
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(25)) if (!isRunning(target)) return true
  return !isRunning(target)
}

function signalTo(target: RunningProcess, signal: NodeJS.Signals): void {
  try {
    if (isRunning(target)) process.kill(target.pid, signal)
  } catch (error) {
    if (isRunning(target)) throw error
  }
}

/**
 * Stops a process that an earlier run left behind: sends each signal in turn, and waits up to `waitMs` after each. Does
 * nothing if the process has ended, even if another process now has its id.
 */
export async function stopLeftover(
  target: RunningProcess | undefined,
  steps: { signal: NodeJS.Signals; waitMs: number }[],
): Promise<void> {
  for (const { signal, waitMs } of target ? steps : []) {
    signalTo(target!, signal)
    if (await hasEnded(target!, waitMs)) return
  }
}
