import type { EngineCallName, EngineCalls, SupervisedEngine } from '../search-engine'
import { storeSource } from '../sync/store-source'
import { MongodbEngine } from './mongodb-engine'

/**
 * Connects to MongoDB Search. The index is on the MongoDB server, so this process has nothing to load, restart or
 * renew.
 */
export async function startMongodbEngine(): Promise<SupervisedEngine> {
  const opening = MongodbEngine.open(storeSource())
  const call = async (name: EngineCallName, ...args: Parameters<EngineCalls[EngineCallName]>) => {
    const work = (await opening)[name] as (...args: unknown[]) => Promise<unknown>
    return work.apply(await opening, args)
  }
  return {
    ready: opening.then(() => {}),
    ended: new Promise(() => {}), // never ends by itself
    progress: null,
    call: call as SupervisedEngine['call'],
    onNeedsRenewal: () => {},
    close: async () => (await opening).close(),
    retire: async () => (await opening).close(),
  }
}
