import { Worker } from 'node:worker_threads'
import type { WorkerOptions } from './worker'

/**
 * Starts the search worker. Next.js recognizes `new Worker(new URL(…))` and bundles `worker.ts` as a separate entry
 * point; tests and scripts run the TypeScript file itself.
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  if (process.env.NEXT_RUNTIME) return new Worker(new URL('./worker.ts', import.meta.url), { workerData: options })
  const { startTypescript } = await import('./worker-typescript')
  return startTypescript(new URL('./worker.ts', import.meta.url), options)
}
