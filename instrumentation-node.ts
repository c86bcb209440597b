import { internalToken } from '@/lib/auth/internal-token'
import type { CatalogueChange } from '@/lib/contracts/catalog/catalogue-change'
import { prepareMongo } from '@/lib/db/mongo'
import { env } from '@/lib/env'
import { notePeerAddresses } from '@/lib/http/server/peer-address'
import { prepareJobs } from '@/lib/jobs/prepare'
import { searchEngineLoaded, startSearchEngine } from '@/lib/search/process-engine'

const TRY_AGAIN_MS = 5_000
const LONGEST_ANSWER_MS = 15_000
/** A small shop is loaded by then; whoever comes to a large one is told to try again. */
const PATIENCE_WHILE_LOADING_MS = 4_000

/** Begins what a server process needs before it is quick: indexes and queues in the databases, the search index in memory. */
export function prepare(): void {
  notePeerAddresses()
  void untilDone('The databases could not be prepared', () => Promise.all([prepareMongo(), prepareJobs()]))
  startSearchEngine(PATIENCE_WHILE_LOADING_MS)
  void untilDone('The pages of the build could not be expired', expireBuiltPages)
}

/** What the build made says what was so then. Only a request can expire it, and only an index that is loaded. */
async function expireBuiltPages(): Promise<void> {
  if (env().NODE_ENV !== 'production') return
  await searchEngineLoaded()
  const change: CatalogueChange = {
    productIds: [],
    categories: [],
    home: true,
    since: new Date().toISOString(),
    everything: true,
  }
  const { __NEXT_PRIVATE_ORIGIN, PORT } = env()
  await askToExpire(__NEXT_PRIVATE_ORIGIN ?? `http://localhost:${PORT}`, change)
}

async function askToExpire(origin: string, change: CatalogueChange): Promise<void> {
  const response = await fetch(new URL('/api/internal/expire', origin), {
    method: 'POST',
    headers: { authorization: `Bearer ${internalToken()}`, 'content-type': 'application/json' },
    body: JSON.stringify(change),
    signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
  })
  await response.arrayBuffer() // frees the connection
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
