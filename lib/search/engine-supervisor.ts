import type {
  EngineCallName,
  EngineCalls,
  EngineState,
  LoadProgress,
  SearchEngine,
  StartEngine,
  SupervisedEngine,
} from './search-engine'
import type { Corrections, Query, Result, Suggestions } from './search-query'
import type { Cursor } from './sync/source'
import { unavailable } from './unavailable'

export interface SupervisorOptions {
  /** Maximum time a call waits for an engine that is still loading; unlimited by default. */
  maxWaitMs?: number
  /** Called once when an engine stops or fails to load, and once when an engine is available again. */
  report?: (message: string, error?: unknown) => void
}

const MIN_BACKOFF_MS = 250
const MAX_BACKOFF_MS = 15_000

/** Keeps one engine running: restarts it with backoff when it stops, and replaces it without downtime when needed. */
export class EngineSupervisor implements SearchEngine {
  maxWaitMs: number | undefined
  readonly #report: NonNullable<SupervisorOptions['report']>
  #current: SupervisedEngine | undefined
  #loading: SupervisedEngine | undefined
  /** The engine being started to replace the current one; once loaded, it becomes `#successor` too. */
  #renewing: SupervisedEngine | undefined
  #successor: SupervisedEngine | undefined
  /** The current attempt to start an engine; replaced by each new attempt. */
  #attempt: Promise<SupervisedEngine>
  #error: Error | undefined
  #failures = 0
  #isClosed = false

  constructor(
    readonly startEngine: StartEngine,
    options: SupervisorOptions = {},
  ) {
    this.maxWaitMs = options.maxWaitMs
    this.#report = options.report ?? reportToConsole
    this.#attempt = this.#start()
  }

  get ready(): boolean {
    return this.#current !== undefined
  }

  get state(): EngineState {
    if (this.#isClosed) return { is: 'closed' }
    if (this.#current) return { is: 'ready' }
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
    // The successor must have caught up too, or the caller could miss the change after the switch.
    await Promise.all([this.#call('waitFor', moment), this.#successor?.call('waitFor', moment)])
  }

  async refresh(ids: string[]): Promise<void> {
    await Promise.all([this.#call('refresh', ids), this.#successor?.call('refresh', ids)])
  }

  async close(): Promise<void> {
    this.#isClosed = true
    const engines = [this.#current, this.#loading, this.#renewing]
    this.#current = undefined
    await Promise.all(engines.map((engine) => engine?.close()))
  }

  /**
   * Starts a fresh engine, which compacts and saves the index, and switches to it once it has loaded. The old engine
   * answers until then, and stays in use if this fails; the error is reported.
   */
  async renew(): Promise<void> {
    if (this.#renewing || !this.#current || this.#isClosed) return
    try {
      const next = await this.startEngine('renew')
      this.#renewing = next
      await next.ready
      this.#successor = next
      // From here on, `waitFor` also waits for the new engine; this call covers the changes awaited before.
      await next.call('waitFor', {})
      if (this.#isClosed) return
      const old = this.#current
      this.#serveWith(next)
      void old?.retire()
    } catch (error) {
      void this.#renewing?.close()
      if (!this.#isClosed) this.#report('The search index could not be renewed; the current one stays in use.', error)
    } finally {
      this.#renewing = undefined
      this.#successor = undefined
    }
  }

  /** Resolves when an engine answers, however long it takes; rejects if the start in progress fails. */
  async loaded(): Promise<void> {
    if (!this.#current) await this.#attempt
  }

  /** Resolves when an engine answers; rejects after `maxWaitMs`. */
  async whenReady(): Promise<void> {
    if (this.#current) return
    if (this.#isClosed) throw unavailable()
    if (this.maxWaitMs === undefined) return void (await this.#attempt)
    let timer: NodeJS.Timeout | undefined
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(unavailable(this.#loadingMessage())), this.maxWaitMs)
    })
    try {
      await Promise.race([this.#attempt, tooLong])
    } finally {
      clearTimeout(timer)
    }
  }

  async #call<N extends EngineCallName>(
    name: N,
    ...args: Parameters<EngineCalls[N]>
  ): Promise<ReturnType<EngineCalls[N]>> {
    if (!this.#current) await this.whenReady()
    if (!this.#current) throw unavailable()
    return this.#current.call(name, ...args)
  }

  #loadingMessage(): string {
    const { state } = this
    if (state.is !== 'loading' || !state.total) return 'The shop is starting. Please try again in a moment.'
    return `The shop is starting: ${percentLoaded(state)} % of its products are loaded. Please try again in a moment.`
  }

  /** Starts an engine. A failed start schedules the next attempt. */
  #start(): Promise<SupervisedEngine> {
    const attempt = this.#load()
    attempt.then(
      (engine) => {
        if (this.#current)
          void engine.close() // an engine from `renew` was ready first
        else this.#serveWith(engine)
      },
      (error: Error) => this.#restart(error),
    )
    return attempt
  }

  #serveWith(engine: SupervisedEngine) {
    if (this.#error) this.#report('The search index is available again.')
    this.#error = undefined
    this.#current = engine
    engine.onNeedsRenewal = () => void this.renew()
    const began = Date.now()
    void engine.ended.then((error) => {
      if (this.#current !== engine) return // already replaced
      if (Date.now() - began > MAX_BACKOFF_MS) this.#failures = 0
      this.#restart(error)
    })
  }

  async #load(): Promise<SupervisedEngine> {
    const engine = await this.startEngine('serve')
    this.#loading = engine
    try {
      await engine.ready
    } finally {
      this.#loading = undefined
    }
    if (this.#isClosed) throw unavailable()
    return engine
  }

  #restart(error: Error | undefined) {
    this.#current = undefined
    if (this.#isClosed) return
    if (!this.#error) this.#report('The search index was lost and is being loaded again.', error)
    this.#error = error ?? unavailable()
    const delay = Math.min(MIN_BACKOFF_MS * 2 ** this.#failures++, MAX_BACKOFF_MS)
    this.#attempt = new Promise((resolve, reject) => {
      const start = () => (this.#current ? Promise.resolve(this.#current) : this.#start())
      setTimeout(() => start().then(resolve, reject), delay).unref()
    })
    this.#attempt.catch(() => {}) // reported above
  }
}

/** Returns the loaded share of products in whole percent, at most 99; 0 while the total is unknown. */
export const percentLoaded = ({ done, total }: LoadProgress) =>
  total ? Math.min(99, Math.floor((done / total) * 100)) : 0

function reportToConsole(message: string, error?: unknown) {
  if (error) console.error(message, error)
  else console.info(message)
}
