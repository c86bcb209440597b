// The store's own code reads the environment when it is loaded: here it is loaded late, when the environment is complete.

/** Ensures collections, indexes and job queues. Returns what closes this process's connections again. */
export async function prepareStores(): Promise<() => Promise<void>> {
  const [{ prepareMongo, closeMongo }, { closePostgres }, { prepareJobs }] = await Promise.all([
    import('@/lib/db/mongo'),
    import('@/lib/db/postgres'),
    import('@/lib/jobs/prepare'),
  ])
  await Promise.all([prepareMongo(), prepareJobs()])
  return async () => {
    await Promise.all([closeMongo(), closePostgres()])
  }
}

/** Starts the worker for background jobs in this process. */
export async function startJobWorker(): Promise<{ stop(): Promise<void> }> {
  const { startWorker } = await import('@/lib/jobs/worker')
  return startWorker()
}
