import type { LiveIndex } from './live'
import type { Corrections, Query, Result, Suggestions } from './query'
import type { Cursor } from './source'
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
  /** Settles with the attempt under way; the one after it is another. */
  #attempt: Promise<IndexThread>
  #error: Error | undefined
  #failures = 0
  #isClosed = false

  constructor(
    readonly startThread: () => Promise<IndexThread>,
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

  waitFor(moment: Date | Cursor): Promise<void> {
    return this.#call('waitFor', moment)
  }

  refresh(ids: string[]): Promise<void> {
    return this.#call('refresh', ids)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    const threads = [this.#live, this.#loading]
    this.#live = undefined
    await Promise.all(threads.map((thread) => thread?.close()))
  }

  /** Resolves when there is an index, however long it takes; rejects where the attempt under way fails. */
  async loaded(): Promise<void> {
    if (!this.#live) await this.#attempt
  }

  /** The thread that answers, as soon as there is one. */
  async whenReady(): Promise<IndexThread> {
    if (this.#live) return this.#live
    if (this.#isClosed) throw unavailable()
    if (this.patience === undefined) return this.#attempt
    let timer: NodeJS.Timeout | undefined
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(unavailable(this.#excuse())), this.patience)
    })
    try {
      return await Promise.race([this.#attempt, tooLong])
    } finally {
      clearTimeout(timer)
    }
  }

  async #call<N extends CallName>(name: N, ...args: Parameters<Calls[N]>): Promise<ReturnType<Calls[N]>> {
    const thread = this.#live ?? (await this.whenReady())
    return thread.call(name, ...args)
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
        if (this.#error) this.#report('The search index is there again.')
        this.#error = undefined
        void thread.ended.then((error) => this.#lost(error))
      },
      (error: Error) => this.#lost(error),
    )
    return attempt
  }

  async #load(): Promise<IndexThread> {
    const thread = await this.startThread()
    this.#loading = thread
    try {
      await thread.ready
    } finally {
      this.#loading = undefined
    }
    if (this.#isClosed) throw unavailable()
    this.#live = thread
    const began = Date.now()
    void thread.ended.then(() => {
      if (Date.now() - began > LONGEST_BACKOFF_MS) this.#failures = 0
    })
    return thread
  }

  #lost(error: Error | undefined) {
    this.#live = undefined
    if (this.#isClosed) return
    if (!this.#error) this.#report('The search index was lost; it is being loaded again.', error)
    this.#error = error ?? unavailable()
    const delay = Math.min(FIRST_BACKOFF_MS * 2 ** this.#failures++, LONGEST_BACKOFF_MS)
    this.#attempt = new Promise((resolve, reject) => {
      setTimeout(() => this.#start().then(resolve, reject), delay).unref()
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
