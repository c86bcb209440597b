import { Worker } from 'node:worker_threads'
import type { ThreadOptions } from './worker'

/**
 * Starts a thread with an index. Next.js bundles `worker.ts` as an entry of its own, for it knows this way of writing
 * it; tests and scripts run it as it stands.
 */
export async function startWorker(options: ThreadOptions): Promise<Worker> {
  if (process.env.NEXT_RUNTIME) return new Worker(new URL('./worker.ts', import.meta.url), { workerData: options })
  const { startTypescript } = await import('./worker-typescript')
  return startTypescript(new URL('./worker.ts', import.meta.url), options)
}
