import { internalToken } from '@/lib/auth/internal-token'
import type { CatalogueChange } from '@/lib/contracts/catalogue-change'
import { prepareMongo } from '@/lib/db/mongo'
import { env } from '@/lib/env'
import { prepareJobs } from '@/lib/jobs/prepare'
import { liveIndex } from '@/lib/search/live'

const TRY_AGAIN_MS = 5_000

/** Begins what a server process needs before it is quick: indexes and queues in the databases, the search index in memory. */
export function prepare(): void {
  void untilDone('The databases could not be prepared', () => Promise.all([prepareMongo(), prepareJobs()]))
  void untilDone('The search index could not be loaded', liveIndex)
  void untilDone('The pages of the build could not be expired', expireBuiltPages)
}

/** What the build made says what was so then. Only a request can expire it. */
async function expireBuiltPages(): Promise<void> {
  if (env().NODE_ENV !== 'production') return
  const change: CatalogueChange = {
    productIds: [],
    categories: [],
    home: true,
    since: new Date().toISOString(),
    everything: true,
  }
  const response = await fetch(`http://localhost:${env().PORT}/api/internal/expire`, {
    method: 'POST',
    headers: { authorization: `Bearer ${internalToken()}`, 'content-type': 'application/json' },
    body: JSON.stringify(change),
  })
  if (!response.ok) throw new Error(`The server answered itself with ${response.status}`)
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
