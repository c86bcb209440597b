import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { Duplex } from 'node:stream'

export type StopSignals = {
  /** The polite one, and how long the child may take to follow it. */
  polite: 'INT' | 'TERM'
  patienceSeconds: number
  /** The last one. KILL goes to the child's whole group. */
  last: 'QUIT' | 'KILL'
}

// The watcher (a shell of 1 MB) becomes the child's companion before the child takes this shell's place. It waits on a
// pipe that only the launcher holds: a line means that the child has ended, an end without one that the launcher has,
// by whatever signal. Then it stops the child.
const WATCHED = `
{
  trap '' INT TERM HUP
  read -r line <&3 && exit
  kill -s "$1" $$
  tries=0
  while kill -0 $$ && [ $tries -lt "$2" ]; do sleep 0.2; tries=$((tries + 1)); done
  if [ "$3" = KILL ]; then kill -s KILL -- -$$; else kill -s "$3" $$; fi
} >/dev/null 2>&1 &
shift 3
exec "$@" 3<&-
`

const living = new Set<GuardedChild>()
let isClosing = false

export type GuardedChild = {
  process: ChildProcess
  /** Settles when the child has ended, with its exit code (null after a signal). */
  ended: Promise<number | null>
  /** Asks politely, then insists. */
  stop(): Promise<void>
  /** Insists at once. */
  kill(): void
}

/**
 * Starts a child that never outlives this process, not even its SIGKILL. It leads a process group of its own, so that
 * Ctrl-C in the terminal reaches the launcher alone, which stops its children in order.
 */
export function spawnGuarded(
  command: string,
  args: string[],
  { signals, stdio, ...options }: Omit<SpawnOptions, 'detached'> & { signals: StopSignals },
): GuardedChild {
  const isWindows = process.platform === 'win32' // no sh there: what is left over is stopped by the next start
  const { polite, patienceSeconds, last } = signals
  const [stdin, stdout, stderr] = Array.isArray(stdio) ? stdio : [stdio, stdio, stdio]
  const child = isWindows
    ? spawn(command, args, { ...options, stdio: [stdin, stdout, stderr] })
    : spawn('/bin/sh', ['-c', WATCHED, 'sh', polite, String(patienceSeconds * 5), last, command, ...args], {
        ...options,
        detached: true,
        stdio: [stdin, stdout, stderr, 'pipe'],
      })
  const pipe = child.stdio[3]
  const lifeline = pipe instanceof Duplex ? pipe : null
  lifeline?.on('error', () => {}) // the watcher may be gone already

  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      lifeline?.end('ended\n')
      resolve(code)
    })
  })
  ended.catch(() => {}) // whoever waits for it sees it
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null

  function kill() {
    if (hasEnded() || !child.pid) return
    if (last === 'QUIT' || isWindows) child.kill(isWindows ? 'SIGKILL' : 'SIGQUIT')
    else killGroup(child.pid)
  }
  async function stop() {
    if (hasEnded() || !child.pid) return
    child.kill(`SIG${polite}`)
    const insist = setTimeout(kill, patienceSeconds * 1000)
    await ended.finally(() => clearTimeout(insist))
    if (last === 'KILL' && !isWindows) killGroup(child.pid) // what the child started and forgot
  }
  const guarded = { process: child, ended, stop, kill }
  living.add(guarded)
  const forget = () => living.delete(guarded)
  ended.then(forget, forget)
  return guarded
}

/** Whether this process is ending, so that a child that ends has not failed. */
export const areChildrenStopping = () => isClosing

/** Stops every child that still lives, all at once. */
export async function stopChildren(): Promise<void> {
  isClosing = true
  await Promise.allSettled([...living].map((child) => child.stop()))
}

/** Ends every child at once, without asking. */
export function killChildren(): void {
  isClosing = true
  for (const child of living) child.kill()
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL')
  } catch {} // nobody is left in it
}
