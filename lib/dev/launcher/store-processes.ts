// The store's modules are imported inside the functions, because they read the environment, which the launcher must set
// up before.

/** Creates missing collections, indexes and job queues. Returns a function that closes this process's connections. */
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

/** Starts a worker for background jobs in this process. */
export async function startJobWorker(): Promise<{ stop(): Promise<void> }> {
  const { startWorker } = await import('@/lib/jobs/worker')
  return startWorker()
}
