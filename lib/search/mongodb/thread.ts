import { storeSource } from '../sync/store-source'
import type { CallName, Calls } from '../worker/worker-calls'
import type { IndexThread } from '../worker/worker-thread'
import { MongodbSearch } from './live-mongodb'

/** MongoDB Search as one more kind of thread: it needs none, for another server does the work. */
export async function startMongodbSearch(): Promise<IndexThread> {
  const opening = MongodbSearch.open(storeSource())
  const call = async (name: CallName, ...args: Parameters<Calls[CallName]>) => {
    const work = (await opening)[name] as (...args: unknown[]) => Promise<unknown>
    return work.apply(await opening, args)
  }
  return {
    ready: opening.then(() => {}),
    ended: new Promise(() => {}), // not by itself
    progress: null,
    call: call as IndexThread['call'],
    onWorn: () => {},
    close: async () => (await opening).close(),
    retire: async () => (await opening).close(),
  }
}
