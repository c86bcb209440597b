import type { Corrections, Query, Result, Suggestions } from './search-query'
import type { Cursor } from './sync/source'

/** Answers queries over the catalogue. Calls reject with `unavailable` while there is no index to ask. */
export interface SearchEngine {
  /** Rejects with RangeError if the query exceeds `LIMITS`. */
  search(query: Query): Promise<Result>
  /** Returns at most `limit` words and products, by default 5. */
  suggest(text: string, limit?: number): Promise<Suggestions>
  /** Returns the nearest texts that find something, at most three, for a text that finds nothing. */
  corrections(text: string): Promise<Corrections>
  /** Whether it is loaded and not closed. */
  readonly ready: boolean
  /**
   * Resolves when everything committed before this call is searchable and the moment has passed; rejects after ten
   * seconds.
   */
  waitFor(moment: Date | Cursor): Promise<void>
  /** Reads these products from the stores again at once. */
  refresh(ids: string[]): Promise<void>
  close(): Promise<void>
}

/** Progress of loading, in products; the total is unknown until they are counted. */
export interface LoadProgress {
  done: number
  total: number | null
}

/** `down`: the engine failed to load or stopped; another attempt follows. */
export type EngineState = { is: 'ready' | 'closed' } | ({ is: 'loading' } & LoadProgress) | { is: 'down'; error: Error }

/** The calls of a supervised engine. Arguments and results survive structured cloning. */
export interface EngineCalls {
  search(query: Query): Result
  suggest(text: string, limit?: number): Suggestions
  corrections(text: string): Corrections
  waitFor(moment: Date | Cursor): undefined
  refresh(ids: string[]): undefined
  close(): undefined
}
export type EngineCallName = keyof EngineCalls

/** One start of an engine, as its supervisor sees it: a worker thread or a connection to MongoDB Search. */
export interface SupervisedEngine {
  /** Resolves when it is loaded; rejects if loading failed. */
  readonly ready: Promise<void>
  /** Resolves when it has stopped, with the reason unless it was closed. */
  readonly ended: Promise<Error | undefined>
  /** Null until loading reports its first progress. */
  readonly progress: LoadProgress | null
  /** Rejects with the engine's own error, or with `unavailable` if it does not answer. */
  call<N extends EngineCallName>(name: N, ...args: Parameters<EngineCalls[N]>): Promise<ReturnType<EngineCalls[N]>>
  /** Called when a fresh engine should replace this one. */
  onNeedsRenewal: () => void
  close(): Promise<void>
  /** Closes it once the calls in flight are answered. */
  retire(): Promise<void>
}

/** Starts an engine; with 'renew' it compacts and saves its index before it answers. */
export type StartEngine = (purpose: 'serve' | 'renew') => Promise<SupervisedEngine>
