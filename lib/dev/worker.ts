/** Starts the worker for background jobs in this process. The environment has to be complete: it is read now. */
export async function startJobWorker(): Promise<{ stop(): Promise<void> }> {
  const { startWorker } = await import('@/lib/jobs/worker')
  return startWorker()
}
