import { seconds } from '@/lib/dev/launcher/terminal'

const INTERVAL_MS = 5_000
const MAX_NAMES = 3

type ProgressOptions = {
  /** What is counted, in the plural: "files" or "journeys". */
  unit: string
  total: number
  write?: (line: string) => void
}

/**
 * Reports the progress of a long check: every 5 s, prints how many items are done, the elapsed time, and the items that
 * have been running longest. Meant for logs; on a terminal, the test runners show their own progress.
 */
export function createProgress({ unit, total, write = console.log }: ProgressOptions) {
  const startedAt = Date.now()
  const running = new Set<string>()
  let done = 0
  const timer = setInterval(() => write(describe()), INTERVAL_MS)
  timer.unref()

  function describe(): string {
    const names = [...running].slice(0, MAX_NAMES)
    const more = running.size - names.length
    const rest = more > 0 ? ` and ${more} more` : ''
    const current = names.length > 0 ? `, running ${names.join(', ')}${rest}` : ''
    return `  … ${done} of ${total} ${unit} after ${seconds(Date.now() - startedAt)}${current}`
  }

  return {
    begin: (name: string) => running.add(name),
    finish(name: string) {
      running.delete(name)
      done++
    },
    stop: () => clearInterval(timer),
  }
}

export type Progress = ReturnType<typeof createProgress>
