import { seconds } from '@/lib/dev/launcher/terminal'

const INTERVAL_MS = 5_000
const MAX_NAMES = 3

type ProgressOptions = {
  /** Name of the items in the plural: "files", "journeys". */
  unit: string
  total: number
  write?: (line: string) => void
}

/**
 * Counts the items of a long check and prints a line every 5 s: how many are done, the time so far, and the items that
 * have run longest. Meant for logs; on a terminal, the test runners show their own progress.
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
