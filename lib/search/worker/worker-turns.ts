import type { Query, Result } from '../search-query'

/** Searches of one moment that are kept: pages that repeat within it cost nothing. */
const MOST_RESULTS = 200

/**
 * Lets one piece of work after the other have the thread, and between any two whatever waits from outside. What is
 * urgent goes first: a suggestion waits for one listing at most, however many are asked for.
 */
export class Turns {
  readonly #urgent: (() => void)[] = []
  readonly #other: (() => void)[] = []
  #isRunning = false

  take(work: () => void, isUrgent: boolean) {
    if (isUrgent) this.#urgent.push(work)
    else this.#other.push(work)
    if (!this.#isRunning) setImmediate(this.#next)
    this.#isRunning = true
  }

  readonly #next = () => {
    const work = this.#urgent.shift() ?? this.#other.shift()
    if (!work) {
      this.#isRunning = false
      return
    }
    setImmediate(this.#next)
    work()
  }
}

/** Results that hold until the index changes, as JSON: the thread that asked reads it in half the time of a cloned object. */
export class Results {
  readonly #kept = new Map<string, string>()
  #version = -1

  /** The result of the query at this version of the index, made by `search` where it is not known. */
  of(query: Query, version: number, search: () => Result): string {
    if (version !== this.#version) this.#kept.clear()
    this.#version = version
    const key = JSON.stringify(query)
    const known = this.#kept.get(key)
    if (known) return known
    const result = JSON.stringify(search())
    if (this.#kept.size >= MOST_RESULTS) this.#kept.delete(this.#kept.keys().next().value!)
    this.#kept.set(key, result)
    return result
  }
}
