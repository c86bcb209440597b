import { warnOfIncompleteProviders } from '@/lib/auth/oauth/configured'
import { ownSecret } from '@/lib/auth/own-secret'
import { prepareMongo } from '@/lib/db/mongo'
import { env } from '@/lib/env'
import { notePeerAddresses } from '@/lib/http/server/peer-address'
import { hookServer } from '@/lib/http/server/server-hook'
import { prepareJobs } from '@/lib/jobs/prepare'
import { THEME_SCRIPT } from '@/lib/look/theme'
import { searchEngineLoaded, startSearchEngine } from '@/lib/search/process-engine'
import { followPages } from '@/lib/services/content/follow-pages'
import { createSetupLink } from '@/lib/services/staff/owners'

const TRY_AGAIN_MS = 5_000
const MAX_ANSWER_MS = 15_000
/**
 * How long a request waits for the search index to load. This is long enough for a small shop; in a large one, the
 * answer asks the shopper to try again.
 */
const PATIENCE_WHILE_LOADING_MS = 4_000

/**
 * Prepares a server process: the databases' indexes and job queues, the search index in memory, and the expiry of
 * cached pages. Prints the link for the first owner if the office has none.
 */
export function prepare(): void {
  notePeerAddresses()
  warnOfIncompleteProviders()
  const { NODE_ENV, NEXUS_URL, PAGE_CDN_SECONDS } = env()
  hookServer({
    isHttps: NEXUS_URL.startsWith('https:'),
    isDevelopment: NODE_ENV !== 'production',
    pageCdnSeconds: PAGE_CDN_SECONDS,
    inlineScripts: [THEME_SCRIPT],
  })
  void untilDone('The databases could not be prepared', () => Promise.all([prepareMongo(), prepareJobs()]))
  startSearchEngine(PATIENCE_WHILE_LOADING_MS)
  followPages(expireInItself)
  void untilDone('Whether the office has an owner could not be found out', printSetupLink)
}

/** Prints a link that makes the first owner, once, if the shop has none. */
async function printSetupLink(): Promise<void> {
  const link = await createSetupLink()
  if (link === null) return
  console.info(
    link === 'waiting'
      ? 'The office has no owner yet. An earlier start printed the link for the first one; npm run admin:create makes another.'
      : `The office has no owner yet. This link makes the first one, once, within 24 hours:\n  ${new URL(`/admin/invitation?token=${link.token}`, env().NEXUS_URL).href}`,
  )
}

async function expireInItself(tags: string[], at: Date): Promise<void> {
  await searchEngineLoaded()
  const { __NEXT_PRIVATE_ORIGIN, PORT } = env()
  const response = await fetch(new URL('/api/internal/expire', __NEXT_PRIVATE_ORIGIN ?? `http://localhost:${PORT}`), {
    method: 'POST',
    headers: { authorization: `Bearer ${ownSecret()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ tags, at }),
    signal: AbortSignal.timeout(MAX_ANSWER_MS),
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
