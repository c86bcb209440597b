import { setTimeout as sleep } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import type { EngineCallName, EngineCalls, LoadProgress, SupervisedEngine } from '../search-engine'
import { assertWithinLimits } from '../search-query'
import { unavailable } from '../unavailable'
import { type Message, receivedError } from './worker-messages'

/**
 * Maximum number of pending calls. Beyond it, the worker hangs or cannot keep up, and more calls would fill the memory.
 */
const MAX_PENDING_CALLS = 1_000
const CALL_TIMEOUT_MS = 15_000
const CLOSE_TIMEOUT_MS = 5_000
const RETIRE_POLL_MS = 50

interface PendingCall {
  resolve(value: unknown): void
  reject(error: Error): void
  timer: NodeJS.Timeout
}

/**
 * A worker thread that holds the index, seen from the main thread. Keeps the process alive only while calls are
 * pending.
 */
export class WorkerEngine implements SupervisedEngine {
  readonly ready: Promise<void>
  readonly ended: Promise<Error | undefined>
  progress: LoadProgress | null = null
  onNeedsRenewal = () => {}
  readonly #pending = new Map<number, PendingCall>()
  #calls = 0
  #isReady = false
  #isClosing = false
  #reason: Error | undefined

  constructor(readonly worker: Worker) {
    this.ready = new Promise((resolve, reject) => {
      worker.on('message', (message: Message) => {
        if ('call' in message) return this.#answer(message)
        if (message.notice === 'progress') this.progress = message.progress
        else if (message.notice === 'needsRenewal') this.onNeedsRenewal()
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
    this.ready.catch(() => {}) // otherwise an unhandled rejection would end the process
    this.ended = new Promise((resolve) => {
      worker.once('exit', (code) => {
        for (const { reject, timer } of this.#pending.values()) {
          clearTimeout(timer)
          reject(unavailable())
        }
        this.#pending.clear()
        resolve(this.#isClosing ? undefined : (this.#reason ?? new Error(`the search worker exited with code ${code}`)))
      })
    })
  }

  call<N extends EngineCallName>(name: N, ...args: Parameters<EngineCalls[N]>): Promise<ReturnType<EngineCalls[N]>> {
    return new Promise((resolve, reject) => {
      if (name === 'search') assertWithinLimits(args[0] as Parameters<EngineCalls['search']>[0])
      if (this.#isClosing || this.#pending.size >= MAX_PENDING_CALLS) throw unavailable()
      const call = ++this.#calls
      const timer = setTimeout(() => this.#settle(call)?.reject(unavailable()), CALL_TIMEOUT_MS)
      this.#pending.set(call, { resolve: (value) => resolve(value as ReturnType<EngineCalls[N]>), reject, timer })
      this.worker.ref()
      this.worker.postMessage({ call, name, args })
    })
  }

  async close(): Promise<void> {
    if (this.#isClosing) return void (await this.ended)
    const closed = this.#isReady ? this.call('close').catch(() => {}) : undefined
    this.#isClosing = true
    const timer = setTimeout(() => void this.worker.terminate(), CLOSE_TIMEOUT_MS)
    await closed
    clearTimeout(timer)
    await this.worker.terminate()
  }

  async retire(): Promise<void> {
    const end = Date.now() + CALL_TIMEOUT_MS
    while (this.#pending.size > 0 && Date.now() < end) await sleep(RETIRE_POLL_MS)
    await this.close()
  }

  #answer(message: Extract<Message, { call: number }>) {
    const pending = this.#settle(message.call)
    if ('error' in message) pending?.reject(receivedError(message.error))
    else pending?.resolve('json' in message ? JSON.parse(message.json) : message.value)
  }

  #settle(call: number): PendingCall | undefined {
    const pending = this.#pending.get(call)
    this.#pending.delete(call)
    clearTimeout(pending?.timer)
    if (this.#pending.size === 0 && !this.#isClosing) this.worker.unref()
    return pending
  }
}
