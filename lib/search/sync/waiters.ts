import type { Cursor } from './source'

const MAX_WAIT_MS = 10_000

interface Waiter {
  /**
   * Number of the last poll that had started before the caller arrived. Only a later poll is certain to see what was
   * committed before that.
   */
  after: number
  moment: Date | Cursor
  end: (error?: Error) => void
}

/** Callers waiting until the index contains everything up to a moment. */
export class Waiters {
  readonly #all = new Set<Waiter>()

  get size(): number {
    return this.#all.size
  }

  /** Resolves once a poll later than `after` has passed the moment; rejects after ten seconds. */
  add({ after, moment }: Pick<Waiter, 'after' | 'moment'>): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        after,
        moment,
        end: (error) => {
          clearTimeout(deadline)
          this.#all.delete(waiter)
          if (error) reject(error)
          else resolve()
        },
      }
      const tooLong = () => waiter.end(new Error(`the search index was not brought up to date in ${MAX_WAIT_MS} ms`))
      const deadline = setTimeout(tooLong, MAX_WAIT_MS)
      this.#all.add(waiter)
    })
  }

  /** Resolves the callers whose moment all clocks have passed. Must be called after each poll, with its number. */
  settle(poll: number, clock: Cursor, now: number): void {
    for (const waiter of [...this.#all]) if (poll > waiter.after && hasPassed(waiter.moment, clock, now)) waiter.end()
  }

  rejectAll(error: Error): void {
    for (const waiter of [...this.#all]) waiter.end(error)
  }
}

function hasPassed(moment: Date | Cursor, cursor: Cursor, now: number): boolean {
  if (moment instanceof Date) return [now, ...Object.values(cursor)].every((clock) => clock >= moment.getTime())
  return Object.entries(moment).every(([store, at]) => (cursor[store] ?? at) >= at)
}
