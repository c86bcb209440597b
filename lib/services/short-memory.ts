import { LRUCache } from 'lru-cache'

/**
 * Small cache of promises that expire after `forMs`. When it is full, it drops the least recently used entry.
 * Concurrent callers share one request; failures are not cached.
 */
export class ShortMemory<T> {
  readonly #kept: LRUCache<string, Promise<T>>

  constructor({ forMs, max, clock = performance }: { forMs: number; max: number; clock?: { now: () => number } }) {
    this.#kept = new LRUCache({ ttl: forMs, max, ttlResolution: 0, perf: clock })
  }

  /** Returns the cached promise for this key, or calls `ask` and caches its promise. */
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

  /** Empties the cache. */
  forget(): void {
    this.#kept.clear()
  }
}
