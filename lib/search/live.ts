import { AsyncLocalStorage } from 'node:async_hooks'
import { env } from '@/lib/env'
import { startMongodbSearch } from './mongodb/thread'
import type { Corrections, Query, Result, Suggestions } from './search-query'
import type { Cursor } from './sync/source'
import { IndexKeeper, type IndexState } from './worker/worker-keeper'
import { startWorker } from './worker/worker-start'
import { WorkerThread } from './worker/worker-thread'

/** The index of this process, wherever it runs. Where it can't answer just now, calls reject with `unavailable`. */
export interface LiveIndex {
  /** Rejects with RangeError beyond the limits of `query.ts`. */
  search(query: Query): Promise<Result>
  /** At most `limit` words and products, by default 5. */
  suggest(text: string, limit?: number): Promise<Suggestions>
  /** For a text that finds nothing: the nearest that find something, at most three. */
  corrections(text: string): Promise<Corrections>
  /** Whether it answers: it is loaded and not closed. */
  readonly ready: boolean
  /** Resolves when whatever was committed before the call is in the index and the moment has come; rejects after ten seconds. */
  waitFor(moment: Date | Cursor): Promise<void>
  /** Reads these products again at once. */
  refresh(ids: string[]): Promise<void>
  close(): Promise<void>
}

// On globalThis, for a bundle can hold this module twice and a hot reload brings it anew.
const shared = globalThis as typeof globalThis & {
  nexusSearch?: IndexKeeper
  nexusSearchContext?: ReturnType<typeof AsyncLocalStorage.snapshot>
}
// A thread must not be started in the async context of the request that happened to ask first.
shared.nexusSearchContext ??= AsyncLocalStorage.snapshot()
const outsideRequests = shared.nexusSearchContext

/**
 * The one index of this process: in a thread of its own, or MongoDB Search where SEARCH_ENGINE says so. The first call
 * starts it; every call resolves when it is loaded, and it is kept fresh. Rejects where a store can't be read, or with
 * `unavailable` where loading takes longer than `serveIndex` allows.
 */
export async function liveIndex(): Promise<LiveIndex> {
  const index = keeper()
  await index.whenReady()
  return index
}

/** Starts the index of a process that answers requests, which wait for it only so many milliseconds while it loads. */
export function serveIndex(patience: number): void {
  keeper().patience = patience
}

/** Resolves when the index is loaded, however long it takes; rejects where that failed. */
export async function indexLoaded(): Promise<void> {
  await keeper().loaded()
}

/** How it is with the index of this process; starts it where it is not. */
export const indexState = (): IndexState => keeper().state

function keeper(): IndexKeeper {
  if (shared.nexusSearch && shared.nexusSearch.state.is !== 'closed') return shared.nexusSearch
  const inThread = async (purpose: 'serve' | 'renew') => new WorkerThread(await startWorker({ purpose }))
  const start = env().SEARCH_ENGINE === 'mongodb' ? startMongodbSearch : inThread
  shared.nexusSearch = outsideRequests(() => new IndexKeeper(start))
  return shared.nexusSearch
}
