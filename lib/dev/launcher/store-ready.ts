import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Terminal } from './terminal'

const ASK_EVERY_MS = 200
const PATIENCE_MS = 60_000

const healthSchema = z.object({
  reason: z.string().optional(),
  search: z.string(),
  pages: z.string(),
  index: z.object({ done: z.number(), total: z.number().nullable() }).optional(),
})

/**
 * Shows progress until the store on this port has loaded its search index and expired the cached pages from before its
 * start. Gives up with a message after a minute without progress.
 */
export async function storeReady(port: number, terminal: Terminal, signal: AbortSignal): Promise<void> {
  const show = terminal.progress()
  let reason: string | undefined = 'it does not answer'
  let shown = -1
  for (let end = Date.now() + PATIENCE_MS; Date.now() < end && !signal.aborted; await sleep(ASK_EVERY_MS)) {
    const response = await fetch(`http://127.0.0.1:${port}/api/health`, { signal }).catch(() => null)
    const health = healthSchema.safeParse(await response?.json().catch(() => null))
    if (!health.success) continue
    if (health.data.search === 'ok' && health.data.pages === 'ok') return
    reason = health.data.reason
    const { index } = health.data
    if (!index?.total || index.done === shown) continue
    show({ ...index, total: index.total, what: 'Filling the search index' })
    shown = index.done
    end = Date.now() + PATIENCE_MS
  }
  if (!signal.aborted) terminal.step(`The store is not whole yet: ${reason}`)
}
