import type { Corrections, Query, Result, Suggestions } from './search-query'
import type { Cursor } from './sync/source'

/** A search engine for the catalogue. Calls reject with `unavailable` while no index is loaded. */
export interface SearchEngine {
  /** Returns the results of a query. Rejects with RangeError if the query exceeds `LIMITS`. */
  search(query: Query): Promise<Result>
  /** Returns at most `limit` completions and at most `limit` products; default 5. */
  suggest(text: string, limit?: number): Promise<Suggestions>
  /** Returns, for a text without results, at most three similar texts that have results. */
  corrections(text: string): Promise<Corrections>
  /** Whether the engine is loaded and not closed. */
  readonly ready: boolean
  /**
   * Resolves once everything committed before this call is searchable and the stores' clocks have passed `moment`;
   * rejects after ten seconds.
   */
  waitFor(moment: Date | Cursor): Promise<void>
  /** Reads these products from the stores again without waiting for the next poll. */
  refresh(ids: string[]): Promise<void>
  close(): Promise<void>
}

/** Progress of loading. `total` is null until the products have been counted. */
export interface LoadProgress {
  done: number
  total: number | null
}

/** State of an engine. `down` means that it failed to load or has stopped, and that another attempt will follow. */
export type EngineState = { is: 'ready' | 'closed' } | ({ is: 'loading' } & LoadProgress) | { is: 'down'; error: Error }

/** The calls that a supervisor passes on to its engine. Arguments and results must survive structured cloning. */
export interface EngineCalls {
  search(query: Query): Result
  suggest(text: string, limit?: number): Suggestions
  corrections(text: string): Corrections
  waitFor(moment: Date | Cursor): undefined
  refresh(ids: string[]): undefined
  close(): undefined
}
export type EngineCallName = keyof EngineCalls

/** A started engine as its supervisor sees it: a worker thread, or a connection to MongoDB Search. */
export interface SupervisedEngine {
  /** Resolves when the engine is loaded; rejects if loading fails. */
  readonly ready: Promise<void>
  /** Resolves when the engine has stopped: with the error, or with undefined if it was closed. */
  readonly ended: Promise<Error | undefined>
  /** Progress of loading; null until the first report. */
  readonly progress: LoadProgress | null
  /** Calls the engine. Rejects with the engine's own error, or with `unavailable` if it does not answer. */
  call<N extends EngineCallName>(name: N, ...args: Parameters<EngineCalls[N]>): Promise<ReturnType<EngineCalls[N]>>
  /** Called by the engine when a fresh engine should replace it. */
  onNeedsRenewal: () => void
  close(): Promise<void>
  /** Closes the engine once its pending calls are answered. */
  retire(): Promise<void>
}

/** Starts an engine. With 'renew', the engine compacts and saves its index before it answers. */
export type StartEngine = (purpose: 'serve' | 'renew') => Promise<SupervisedEngine>
