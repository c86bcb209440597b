import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { Duplex } from 'node:stream'

export type StopSignals = {
  /** The signal sent first; the child then has `patienceSeconds` to stop. */
  polite: 'INT' | 'TERM'
  patienceSeconds: number
  /** The signal sent if the child has not stopped by then. KILL goes to its whole process group. */
  last: 'QUIT' | 'KILL'
}

// The shell forks a watcher (1 MB of memory), then execs the child. The watcher reads from a pipe that only the
// launcher keeps open: a line means that the child has ended; the end of the file means that the launcher has ended,
// and the watcher then stops the child.
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
  /** Resolves with the child's exit code, or null if a signal ended it. */
  ended: Promise<number | null>
  /** Sends the `polite` signal, then the `last` one if necessary; resolves when the child has ended. */
  stop(): Promise<void>
  /** Sends the `last` signal at once. */
  kill(): void
}

/**
 * Starts a child that cannot outlive this process, even if this process is killed. The child leads its own process
 * group, so Ctrl-C in the terminal reaches only the launcher, which stops its children in order.
 */
export function spawnGuarded(
  command: string,
  args: string[],
  { signals, stdio, ...options }: Omit<SpawnOptions, 'detached'> & { signals: StopSignals },
): GuardedChild {
  const isWindows = process.platform === 'win32' // Windows has no sh; the next start stops leftover processes
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
  lifeline?.on('error', () => {}) // the watcher may have ended

  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      lifeline?.end('ended\n')
      resolve(code)
    })
  })
  ended.catch(() => {}) // callers that await `ended` get the error
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
    if (last === 'KILL' && !isWindows) killGroup(child.pid) // ends processes that the child left behind
  }
  const guarded = { process: child, ended, stop, kill }
  living.add(guarded)
  const forget = () => living.delete(guarded)
  ended.then(forget, forget)
  return guarded
}

/** Returns whether this process is stopping its children; if so, a child that ends has not failed. */
export const areChildrenStopping = () => isClosing

/** Stops all running children in parallel. */
export async function stopChildren(): Promise<void> {
  isClosing = true
  await Promise.allSettled([...living].map((child) => child.stop()))
}

/** Kills all running children. */
export function killChildren(): void {
  isClosing = true
  for (const child of living) child.kill()
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL')
  } catch {} // the group is empty
}
