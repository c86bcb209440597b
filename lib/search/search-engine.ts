import type { Corrections, Query, Result, Suggestions } from './search-query'
import type { Cursor } from './sync/source'

/** Answers queries about the catalogue. Calls reject with `unavailable` while no index is loaded. */
export interface SearchEngine {
  /** Returns the results of a query. Rejects with RangeError if the query exceeds `LIMITS`. */
  search(query: Query): Promise<Result>
  /** Returns at most `limit` words and products, by default 5. */
  suggest(text: string, limit?: number): Promise<Suggestions>
  /** Returns the nearest texts with results, at most three, for a text without results. */
  corrections(text: string): Promise<Corrections>
  /** Whether the engine is loaded and not closed. */
  readonly ready: boolean
  /**
   * Resolves when everything committed before this call is searchable and the moment has passed; rejects after ten
   * seconds.
   */
  waitFor(moment: Date | Cursor): Promise<void>
  /** Reads these products from the stores again, at once. */
  refresh(ids: string[]): Promise<void>
  close(): Promise<void>
}

/** Progress of loading, in products. The total is unknown until the products are counted. */
export interface LoadProgress {
  done: number
  total: number | null
}

/** State of an engine. `down`: it failed to load or has stopped; another attempt will follow. */
export type EngineState = { is: 'ready' | 'closed' } | ({ is: 'loading' } & LoadProgress) | { is: 'down'; error: Error }

/** The calls of a supervised engine. Arguments and results must survive structured cloning. */
export interface EngineCalls {
  search(query: Query): Result
  suggest(text: string, limit?: number): Suggestions
  corrections(text: string): Corrections
  waitFor(moment: Date | Cursor): undefined
  refresh(ids: string[]): undefined
  close(): undefined
}
export type EngineCallName = keyof EngineCalls

/** A started engine, as its supervisor sees it: a worker thread or a connection to MongoDB Search. */
export interface SupervisedEngine {
  /** Resolves when the engine is loaded; rejects if loading fails. */
  readonly ready: Promise<void>
  /** Resolves when the engine has stopped: with the error, or undefined if it was closed. */
  readonly ended: Promise<Error | undefined>
  /** Null until loading reports its first progress. */
  readonly progress: LoadProgress | null
  /** Calls the engine. Rejects with the engine's own error, or with `unavailable` if it does not answer. */
  call<N extends EngineCallName>(name: N, ...args: Parameters<EngineCalls[N]>): Promise<ReturnType<EngineCalls[N]>>
  /** Called when a fresh engine should replace this one. */
  onNeedsRenewal: () => void
  close(): Promise<void>
  /** Closes the engine once the pending calls are answered. */
  retire(): Promise<void>
}

/** Starts an engine. With 'renew', it compacts and saves its index before it answers. */
export type StartEngine = (purpose: 'serve' | 'renew') => Promise<SupervisedEngine>
