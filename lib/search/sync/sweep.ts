import type { SearchIndex } from '../search-index'
import type { Source } from './source'

/** Number of products checked per step: a small shop needs one step, a million products need 500. */
const SWEEP_SIZE = 2_000
/**
 * Interval between steps while the number of documents stays the same, because as many may have been added as deleted.
 */
const QUIET_STEP_MS = 5 * 60_000

/**
 * Finds products deleted without a tombstone by looking up each product of the index. After the number of documents has
 * changed, it goes through the whole index; otherwise it takes one step every few minutes.
 */
export class Sweep {
  /** Number of rows still to check since the number of documents last changed. */
  #rowsLeft = 0
  #nextRow = 0
  #count: number | undefined
  #checkedAt: number
  #steppedAt: number

  /** `intervalMs` is the minimum time between checks; `now` is in milliseconds, too. */
  constructor(
    readonly index: SearchIndex,
    readonly source: Source,
    readonly intervalMs: number,
    now: number,
  ) {
    this.#checkedAt = now
    this.#steppedAt = now
  }

  /** Returns the ids of deleted products found in this step; none if no step is due. */
  async findDeleted(now: number): Promise<string[]> {
    if (now - this.#checkedAt < this.intervalMs) return []
    const count = await this.source.count()
    if (count !== this.#count) this.#rowsLeft = this.index.rows
    const isStepDue = this.#rowsLeft > 0 || now - this.#steppedAt >= QUIET_STEP_MS
    const deleted = isStepDue
      ? await this.source.findDeleted(this.index.ids(this.#nextRow, this.#nextRow + SWEEP_SIZE))
      : []
    this.#count = count
    this.#checkedAt = now
    if (isStepDue) this.#step(now)
    return deleted
  }

  #step(now: number) {
    this.#rowsLeft -= SWEEP_SIZE
    this.#nextRow += SWEEP_SIZE
    if (this.#nextRow >= this.index.rows) this.#nextRow = 0
    this.#steppedAt = now
  }
}
