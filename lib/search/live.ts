import { AsyncLocalStorage } from 'node:async_hooks'
import { env } from '@/lib/env'
import { Feed, type FeedOptions } from './feed'
import { MongodbSearch } from './mongodb-search/live-mongodb'
import type { Query, Result, Suggestions } from './query'
import type { Cursor, Source } from './source'
import { storeSource } from './store-source'

/** The index of this process, wherever it runs. */
export interface LiveIndex {
  /** Rejects with RangeError beyond the limits of `query.ts`. */
  search(query: Query): Promise<Result>
  /** At most `limit` words and products, by default 5. */
  suggest(text: string, limit?: number): Promise<Suggestions>
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
  nexusSearch?: Promise<LiveIndex>
  nexusSearchContext?: ReturnType<typeof AsyncLocalStorage.snapshot>
}
// Polling must not go on in the async context of the request that happened to ask first.
shared.nexusSearchContext ??= AsyncLocalStorage.snapshot()
const outsideRequests = shared.nexusSearchContext

/**
 * The one index of this process, loaded on the first call and then kept fresh. Rejects where a store can't be read, and
 * the next call tries again.
 */
export function liveIndex(connect: () => Source = storeSource, options: FeedOptions = {}): Promise<LiveIndex> {
  if (shared.nexusSearch) return shared.nexusSearch
  const forget = () => {
    if (shared.nexusSearch === opening) shared.nexusSearch = undefined
  }
  // Whoever brings a source of their own wants the index in this process.
  const engine = connect === storeSource ? env().SEARCH_ENGINE : 'index'
  const opening: Promise<LiveIndex> = outsideRequests(() =>
    engine === 'mongodb'
      ? MongodbSearch.open(connect(), { onClose: forget })
      : Feed.open(connect(), { ...options, onClose: forget }),
  )
  shared.nexusSearch = opening
  opening.catch(forget)
  return opening
}
