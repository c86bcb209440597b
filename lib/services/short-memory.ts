/** Keeps the latest answers for a while, so many and no more. What fails is not kept. */
export class ShortMemory<T> {
  readonly #kept = new Map<string, { answer: Promise<T>; until: number }>()

  constructor(private readonly limits: { forMs: number; most: number }) {}

  /** The answer that is kept of this key, or a new one; asked for once however many wait for it. */
  get(key: string, ask: () => Promise<T>, now = Date.now()): Promise<T> {
    const kept = this.#kept.get(key)
    if (kept && now < kept.until) return kept.answer
    const answer = ask()
    const entry = { answer, until: now + this.limits.forMs }
    this.#kept.delete(key)
    this.#kept.set(key, entry)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.limits.most) break
      this.#kept.delete(oldest)
    }
    answer.catch(() => {
      if (this.#kept.get(key) === entry) this.#kept.delete(key)
    })
    return answer
  }
}
