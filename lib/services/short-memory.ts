import { LRUCache } from 'lru-cache'

/**
 * Small cache of promises with a time to live. If it is full, the least recently used entry goes first. Concurrent
 * callers share one request; failures are not cached.
 */
export class ShortMemory<T> {
  readonly #kept: LRUCache<string, Promise<T>>

  constructor({ forMs, max, clock = performance }: { forMs: number; max: number; clock?: { now: () => number } }) {
    this.#kept = new LRUCache({ ttl: forMs, max, ttlResolution: 0, perf: clock })
  }

  /** Returns the cached answer for this key, or calls `ask` for a new one. */
  get(key: string, ask: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(key)
    if (kept) return kept
    const answer = ask()
    this.#kept.set(key, answer)
    answer.catch(() => {
      if (this.#kept.peek(key) === answer) this.#kept.delete(key)
    })
    return answer
  }

  /** Drops all cached answers. */
  forget(): void {
    this.#kept.clear()
  }
}
