import { LRUCache } from 'lru-cache'

/**
 * Keeps the latest answers for a while, so many and no more, the least used go first. However many wait for an answer, it
 * is asked for once. What fails is not kept.
 */
export class ShortMemory<T> {
  readonly #kept: LRUCache<string, Promise<T>>

  constructor({ forMs, max, clock = performance }: { forMs: number; max: number; clock?: { now: () => number } }) {
    this.#kept = new LRUCache({ ttl: forMs, max, ttlResolution: 0, perf: clock })
  }

  /** Returns the answer that is kept of this key, or asks for a new one. */
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

  /** Forgets everything: the next answers are asked for. */
  forget(): void {
    this.#kept.clear()
  }
}
