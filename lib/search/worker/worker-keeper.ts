import type { LiveIndex } from '../live'
import type { Corrections, Query, Result, Suggestions } from '../search-query'
import type { Cursor } from '../sync/source'
import type { CallName, Calls, Progress } from './worker-calls'
import { type IndexThread, unavailable } from './worker-thread'

/** `down`: a thread could not load, or ended, and another one follows soon. */
export type IndexState = { is: 'ready' | 'closed' } | ({ is: 'loading' } & Progress) | { is: 'down'; error: Error }

export interface KeeperOptions {
  /** Milliseconds that a caller waits for an index that is not there yet; by default as long as it takes. */
  patience?: number
  /** Told once when a thread was lost or could not load, and once when there is an index again. */
  report?: (message: string, error?: unknown) => void
}

const FIRST_BACKOFF_MS = 250
const LONGEST_BACKOFF_MS = 15_000

/** Keeps one thread with an index running, whatever becomes of it. */
export class IndexKeeper implements LiveIndex {
  patience: number | undefined
  readonly #report: NonNullable<KeeperOptions['report']>
  #live: IndexThread | undefined
  #loading: IndexThread | undefined
  /** On its way to take the place of the one that answers; `following` once it is loaded. */
  #renewing: IndexThread | undefined
  #following: IndexThread | undefined
  /** Settles with the attempt under way; the one after it is another. */
  #attempt: Promise<IndexThread>
  #error: Error | undefined
  #failures = 0
  #isClosed = false

  constructor(
    readonly startThread: (purpose: 'serve' | 'renew') => Promise<IndexThread>,
    options: KeeperOptions = {},
  ) {
    this.patience = options.patience
    this.#report = options.report ?? reportToConsole
    this.#attempt = this.#start()
  }

  get ready(): boolean {
    return this.#live !== undefined
  }

  get state(): IndexState {
    if (this.#isClosed) return { is: 'closed' }
    if (this.#live) return { is: 'ready' }
    if (this.#error) return { is: 'down', error: this.#error }
    return { is: 'loading', ...(this.#loading?.progress ?? { done: 0, total: null }) }
  }

  search(query: Query): Promise<Result> {
    return this.#call('search', query)
  }

  suggest(text: string, limit?: number): Promise<Suggestions> {
    return this.#call('suggest', text, limit)
  }

  corrections(text: string): Promise<Corrections> {
    return this.#call('corrections', text)
  }

  async waitFor(moment: Date | Cursor): Promise<void> {
    // What is waited for must be true of the thread that follows, too.
    await Promise.all([this.#call('waitFor', moment), this.#following?.call('waitFor', moment)])
  }

  async refresh(ids: string[]): Promise<void> {
    await Promise.all([this.#call('refresh', ids), this.#following?.call('refresh', ids)])
  }

  async close(): Promise<void> {
    this.#isClosed = true
    const threads = [this.#live, this.#loading, this.#renewing]
    this.#live = undefined
    await Promise.all(threads.map((thread) => thread?.close()))
  }

  /**
   * Has a new thread clean up and save the index and then take the place of the one that answers, which goes on until
   * then. Resolves when that is done; where it fails the old one stays, and the failure is reported.
   */
  async renew(): Promise<void> {
    if (this.#renewing || !this.#live || this.#isClosed) return
    try {
      const next = await this.startThread('renew')
      this.#renewing = next
      await next.ready
      this.#following = next
      // From here on whoever waits, waits for both; and this brings it whatever was waited for before.
      await next.call('waitFor', {})
      if (this.#isClosed) return
      const old = this.#live
      this.#serveWith(next)
      void old?.retire()
    } catch (error) {
      void this.#renewing?.close()
      if (!this.#isClosed) this.#report('The search index could not be renewed; it goes on as it is.', error)
    } finally {
      this.#renewing = undefined
      this.#following = undefined
    }
  }

  /** Resolves when there is an index, however long it takes; rejects where the attempt under way fails. */
  async loaded(): Promise<void> {
    if (!this.#live) await this.#attempt
  }

  /** Resolves when there is a thread that answers; rejects where that takes longer than callers wait. */
  async whenReady(): Promise<void> {
    if (this.#live) return
    if (this.#isClosed) throw unavailable()
    if (this.patience === undefined) return void (await this.#attempt)
    let timer: NodeJS.Timeout | undefined
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(unavailable(this.#excuse())), this.patience)
    })
    try {
      await Promise.race([this.#attempt, tooLong])
    } finally {
      clearTimeout(timer)
    }
  }

  async #call<N extends CallName>(name: N, ...args: Parameters<Calls[N]>): Promise<ReturnType<Calls[N]>> {
    if (!this.#live) await this.whenReady()
    if (!this.#live) throw unavailable()
    return this.#live.call(name, ...args)
  }

  #excuse(): string {
    const { state } = this
    if (state.is !== 'loading' || !state.total) return 'The shop is still opening. Please try again in a moment.'
    return `The shop is still opening: ${percent(state)} % of its shelves are filled. Please try again in a moment.`
  }

  /** One attempt to have a thread; where it fails, the next one is already on its way. */
  #start(): Promise<IndexThread> {
    const attempt = this.#load()
    attempt.then(
      (thread) => {
        if (this.#live)
          void thread.close() // one that was to follow was quicker
        else this.#serveWith(thread)
      },
      (error: Error) => this.#lost(error),
    )
    return attempt
  }

  #serveWith(thread: IndexThread) {
    if (this.#error) this.#report('The search index is there again.')
    this.#error = undefined
    this.#live = thread
    thread.onWorn = () => void this.renew()
    const began = Date.now()
    void thread.ended.then((error) => {
      if (this.#live !== thread) return // another one took its place
      if (Date.now() - began > LONGEST_BACKOFF_MS) this.#failures = 0
      this.#lost(error)
    })
  }

  async #load(): Promise<IndexThread> {
    const thread = await this.startThread('serve')
    this.#loading = thread
    try {
      await thread.ready
    } finally {
      this.#loading = undefined
    }
    if (this.#isClosed) throw unavailable()
    return thread
  }

  #lost(error: Error | undefined) {
    this.#live = undefined
    if (this.#isClosed) return
    if (!this.#error) this.#report('The search index was lost; it is being loaded again.', error)
    this.#error = error ?? unavailable()
    const delay = Math.min(FIRST_BACKOFF_MS * 2 ** this.#failures++, LONGEST_BACKOFF_MS)
    this.#attempt = new Promise((resolve, reject) => {
      const start = () => (this.#live ? Promise.resolve(this.#live) : this.#start())
      setTimeout(() => start().then(resolve, reject), delay).unref()
    })
    this.#attempt.catch(() => {}) // reported already
  }
}

/** How much of it is loaded, in whole per cent. */
export const percent = ({ done, total }: Progress) => (total ? Math.min(99, Math.floor((done / total) * 100)) : 0)

function reportToConsole(message: string, error?: unknown) {
  if (error) console.error(message, error)
  else console.info(message)
}
