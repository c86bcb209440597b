import { setTimeout as sleep } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import { DomainError } from '@/lib/errors'
import { assertWithinLimits } from '../search-query'
import { type CallName, type Calls, type Message, type Progress, receivedError } from './worker-calls'

/** So that a thread that hangs, or falls ever further behind, does not take the process with it. */
const MOST_WAITING = 1_000
const MS_FOR_A_CALL = 15_000
const MS_TO_CLOSE = 5_000
const MS_BETWEEN_LOOKS = 50

interface Waiting {
  resolve(value: unknown): void
  reject(error: Error): void
  timer: NodeJS.Timeout
}

/** An index in a thread of its own, seen from the thread that asks. */
export interface IndexThread {
  /** Resolves when it is loaded; rejects with what kept it from that. */
  readonly ready: Promise<void>
  /** Resolves when it is no more, with the reason unless it was closed. */
  readonly ended: Promise<Error | undefined>
  /** While it loads; null before anything is known. */
  readonly progress: Progress | null
  /** Rejects as the call did in the thread, or with `unavailable` where no answer can be had. */
  call<N extends CallName>(name: N, ...args: Parameters<Calls[N]>): Promise<ReturnType<Calls[N]>>
  /** Called when it is time for another thread to take its place. */
  onWorn: () => void
  close(): Promise<void>
  /** Closes it when all calls under way are answered. */
  retire(): Promise<void>
}

export const unavailable = (message = 'The shelves are out of reach for a moment. Please try again.') =>
  new DomainError('unavailable', message, { retryAfterSeconds: 2 })

/** The thread of this worker. It keeps the process alive while a call is under way, and no longer. */
export class WorkerThread implements IndexThread {
  readonly ready: Promise<void>
  readonly ended: Promise<Error | undefined>
  progress: Progress | null = null
  onWorn = () => {}
  readonly #waiting = new Map<number, Waiting>()
  #calls = 0
  #isReady = false
  #isClosing = false
  #reason: Error | undefined

  constructor(readonly worker: Worker) {
    this.ready = new Promise((resolve, reject) => {
      worker.on('message', (message: Message) => {
        if ('call' in message) return this.#answer(message)
        if (message.notice === 'progress') this.progress = message.progress
        else if (message.notice === 'worn') this.onWorn()
        else if (message.notice === 'ready') {
          this.#isReady = true
          worker.unref()
          resolve()
        } else {
          this.#reason = receivedError(message.error)
          reject(this.#reason)
          void worker.terminate()
        }
      })
      worker.on('error', (error: Error) => {
        this.#reason ??= error
      })
      worker.once('exit', () => reject(this.#reason ?? unavailable()))
    })
    this.ready.catch(() => {}) // whoever waits for it hears of it
    this.ended = new Promise((resolve) => {
      worker.once('exit', (code) => {
        for (const { reject, timer } of this.#waiting.values()) {
          clearTimeout(timer)
          reject(unavailable())
        }
        this.#waiting.clear()
        resolve(this.#isClosing ? undefined : (this.#reason ?? new Error(`the thread ended with code ${code}`)))
      })
    })
  }

  call<N extends CallName>(name: N, ...args: Parameters<Calls[N]>): Promise<ReturnType<Calls[N]>> {
    return new Promise((resolve, reject) => {
      if (name === 'search') assertWithinLimits(args[0] as Parameters<Calls['search']>[0])
      if (this.#isClosing || this.#waiting.size >= MOST_WAITING) throw unavailable()
      const call = ++this.#calls
      const timer = setTimeout(() => this.#settle(call)?.reject(unavailable()), MS_FOR_A_CALL)
      this.#waiting.set(call, { resolve: (value) => resolve(value as ReturnType<Calls[N]>), reject, timer })
      this.worker.ref()
      this.worker.postMessage({ call, name, args })
    })
  }

  async close(): Promise<void> {
    if (this.#isClosing) return void (await this.ended)
    const asked = this.#isReady ? this.call('close').catch(() => {}) : undefined
    this.#isClosing = true
    const timer = setTimeout(() => void this.worker.terminate(), MS_TO_CLOSE)
    await asked
    clearTimeout(timer)
    await this.worker.terminate()
  }

  async retire(): Promise<void> {
    const end = Date.now() + MS_FOR_A_CALL
    while (this.#waiting.size > 0 && Date.now() < end) await sleep(MS_BETWEEN_LOOKS)
    await this.close()
  }

  #answer(message: Extract<Message, { call: number }>) {
    const waiting = this.#settle(message.call)
    if ('error' in message) waiting?.reject(receivedError(message.error))
    else waiting?.resolve('json' in message ? JSON.parse(message.json) : message.value)
  }

  #settle(call: number): Waiting | undefined {
    const waiting = this.#waiting.get(call)
    this.#waiting.delete(call)
    clearTimeout(waiting?.timer)
    if (this.#waiting.size === 0 && !this.#isClosing) this.worker.unref()
    return waiting
  }
}
