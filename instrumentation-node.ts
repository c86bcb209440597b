import { prepareMongo } from '@/lib/db/mongo'
import { prepareJobs } from '@/lib/jobs/prepare'
import { liveIndex } from '@/lib/search/live'

const TRY_AGAIN_MS = 5_000

/** Begins what a server process needs before it is quick: indexes and queues in the databases, the search index in memory. */
export function prepare(): void {
  void untilDone('The databases could not be prepared', () => Promise.all([prepareMongo(), prepareJobs()]))
  void untilDone('The search index could not be loaded', liveIndex)
}

async function untilDone(complaint: string, work: () => Promise<unknown>): Promise<void> {
  for (let isTold = false; ; ) {
    try {
      await work()
      return
    } catch (error) {
      if (!isTold) console.error(`${complaint}; trying again every ${TRY_AGAIN_MS / 1000} s.`, error)
      isTold = true
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS).unref())
    }
  }
}
