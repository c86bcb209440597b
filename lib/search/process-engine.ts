import { AsyncLocalStorage } from 'node:async_hooks'
import { env } from '@/lib/env'
import { EngineSupervisor } from './engine-supervisor'
import { startMongodbEngine } from './mongodb/start-mongodb-engine'
import type { EngineState, SearchEngine, StartEngine } from './search-engine'
import { WorkerEngine } from './worker/worker-engine'
import { startWorker } from './worker/worker-start'

// Stored on globalThis, because a bundle may contain this module twice and hot reload loads it again.
const shared = globalThis as typeof globalThis & {
  nexusSearch?: EngineSupervisor
  nexusSearchContext?: ReturnType<typeof AsyncLocalStorage.snapshot>
}
// Captured here, because a worker would otherwise run in the async context of the request that happens to start it.
shared.nexusSearchContext ??= AsyncLocalStorage.snapshot()
const outsideRequests = shared.nexusSearchContext

/**
 * Returns this process's search engine: a worker thread, or MongoDB Search if SEARCH_ENGINE says so. The first call
 * starts the engine; each call resolves once it is loaded. Rejects if a store cannot be read, and with `unavailable` if
 * loading takes longer than the limit passed to `startSearchEngine`.
 */
export async function searchEngine(): Promise<SearchEngine> {
  const engine = supervisor()
  await engine.whenReady()
  return engine
}

/** Starts the engine in a process that answers requests. While it loads, each request waits at most `maxWaitMs`. */
export function startSearchEngine(maxWaitMs: number): void {
  supervisor().maxWaitMs = maxWaitMs
}

/** Resolves when the engine is loaded, however long it takes; rejects if loading fails. */
export async function searchEngineLoaded(): Promise<void> {
  await supervisor().loaded()
}

/** Returns the state of this process's engine; starts the engine if necessary. */
export const searchEngineState = (): EngineState => supervisor().state

function supervisor(): EngineSupervisor {
  if (shared.nexusSearch && shared.nexusSearch.state.is !== 'closed') return shared.nexusSearch
  const startInWorker: StartEngine = async (purpose) => new WorkerEngine(await startWorker({ purpose }))
  const start = env().SEARCH_ENGINE === 'mongodb' ? startMongodbEngine : startInWorker
  shared.nexusSearch = outsideRequests(() => new EngineSupervisor(start))
  return shared.nexusSearch
}
