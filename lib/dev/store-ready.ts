import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Terminal } from './terminal'

const ASK_EVERY_MS = 200
const PATIENCE_MS = 30_000

const healthSchema = z.object({
  reason: z.string().optional(),
  search: z.string(),
  index: z.object({ done: z.number(), total: z.number().nullable() }).optional(),
})

/**
 * Waits until the store on that port says that it is whole, and shows how far its search index is. Something else that is
 * amiss is told after half a minute, and waited for no longer.
 */
export async function storeReady(port: number, terminal: Terminal, signal: AbortSignal): Promise<void> {
  const show = terminal.progress()
  let reason: string | undefined = 'it does not answer'
  for (let end = Date.now() + PATIENCE_MS; Date.now() < end && !signal.aborted; await sleep(ASK_EVERY_MS)) {
    const response = await fetch(`http://127.0.0.1:${port}/api/health`, { signal }).catch(() => null)
    if (response?.ok) return
    const health = healthSchema.safeParse(await response?.json().catch(() => null))
    if (!health.success) continue
    reason = health.data.reason
    const { index } = health.data
    if (!index?.total) continue
    show({ ...index, total: index.total, what: 'Filling the search index' })
    end = Date.now() + PATIENCE_MS
  }
  if (!signal.aborted) terminal.step(`The store is not whole yet: ${reason}`)
}
