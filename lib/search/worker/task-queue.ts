/**
 * Runs one task at a time on this thread, and lets pending I/O run between tasks. Urgent tasks go first, so a
 * suggestion waits for at most one listing, however many are queued.
 */
export class TaskQueue {
  readonly #urgent: (() => void)[] = []
  readonly #normal: (() => void)[] = []
  #isRunning = false

  add(task: () => void, isUrgent: boolean) {
    if (isUrgent) this.#urgent.push(task)
    else this.#normal.push(task)
    if (!this.#isRunning) setImmediate(this.#next)
    this.#isRunning = true
  }

  readonly #next = () => {
    const task = this.#urgent.shift() ?? this.#normal.shift()
    if (!task) {
      this.#isRunning = false
      return
    }
    setImmediate(this.#next)
    task()
  }
}
