import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { type GuardedChild, spawnGuarded } from '../process/guarded-child'
import { PROJECT } from '../project'

const START_TIMEOUT_MS = 120_000
const ASK_EVERY_MS = 200

export type MemberState = 'running' | 'paused' | 'stopped'

/** A process of a cluster that can be stopped, restarted, paused (SIGSTOP) and resumed. */
export type Member = {
  name: string
  /** Returns the id of the current process; undefined while it is stopped. */
  pid(): number | undefined
  state(): MemberState
  start(): Promise<void>
  stop(): Promise<void>
  pause(): void
  resume(): void
  /** Resolves with the reason when the process ends without having been told to stop. */
  lost: Promise<string>
}

type MemberOptions = {
  name: string
  /** Arguments passed to node. */
  args: string[]
  env: Record<string, string>
  /** Returns whether the process is ready; called repeatedly with the lines it has printed so far. */
  isReady: (output: string[]) => Promise<boolean>
  onOutput: (name: string, line: string) => void
}

/** Creates a member of a cluster without starting it. */
export function createMember({ name, args, env, isReady, onOutput }: MemberOptions): Member {
  let child: GuardedChild | undefined
  let isPaused = false
  let reportLoss: (reason: string) => void = () => {}
  const lost = new Promise<string>((resolve) => {
    reportLoss = resolve
  })

  async function start(): Promise<void> {
    const output: string[] = []
    const started = spawnGuarded(process.execPath, args, {
      cwd: PROJECT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      signals: { polite: 'TERM', patienceSeconds: 10, last: 'KILL' },
    })
    child = started
    for (const stream of [started.process.stdout, started.process.stderr])
      if (stream)
        createInterface({ input: stream }).on('line', (line) => {
          output.push(line)
          onOutput(name, line)
        })
    const unexpectedEnd = started.ended.then((code) => {
      if (child !== started) return
      child = undefined
      reportLoss(`${name} ended by itself (${code ?? 'killed'}).`)
    })
    for (const end = Date.now() + START_TIMEOUT_MS; Date.now() < end; await sleep(ASK_EVERY_MS)) {
      if (child !== started) throw new Error(`${name} ended before it was ready:\n${output.slice(-15).join('\n')}`)
      if (await Promise.race([isReady(output), unexpectedEnd])) return
    }
    await stop()
    throw new Error(`${name} was not ready in time:\n${output.slice(-15).join('\n')}`)
  }
  function resume(): void {
    if (isPaused) child?.process.kill('SIGCONT')
    isPaused = false
  }
  async function stop(): Promise<void> {
    resume() // a paused process would not react to the signal
    const stopping = child
    child = undefined
    await stopping?.stop()
  }
  return {
    name,
    pid: () => child?.process.pid,
    state: () => (child ? (isPaused ? 'paused' : 'running') : 'stopped'),
    start,
    stop,
    pause() {
      isPaused = child?.process.kill('SIGSTOP') ?? false
    },
    resume,
    lost,
  }
}
