import { z } from 'zod'
import { joinRunningStore } from '../running-store'
import type { StoreContext } from '../store'

const USAGE = 'npm run jobs -- list shows queues and failed jobs; npm run jobs -- retry [id …] runs failed jobs again.'
const idsSchema = z.array(z.uuid())

/** Runs `npm run jobs`: lists the jobs that have used up their retries, or runs these jobs again. */
export async function jobs({ settings, terminal, shutdown }: StoreContext): Promise<void> {
  const [action = 'list', ...rest] = process.argv.slice(2)
  const ids = idsSchema.safeParse(rest)
  if (!['list', 'retry'].includes(action) || !ids.success) throw new Error(USAGE)
  joinRunningStore(settings)
  const [{ countJobs, listFailedJobs, retryFailedJobs }, { closePostgres }] = await Promise.all([
    import('@/lib/jobs/failed-jobs'),
    import('@/lib/db/postgres'),
  ])
  shutdown.add(closePostgres)
  if (action === 'retry') {
    const count = await retryFailedJobs(ids.data.length > 0 ? ids.data : undefined)
    return terminal.line(`${count} failed ${count === 1 ? 'job runs' : 'jobs run'} again as soon as a worker takes it.`)
  }
  for (const { queue, state, jobs } of await countJobs()) terminal.line(`${queue}  ${state}  ${jobs}`)
  const failed = await listFailedJobs()
  if (failed.length === 0) return terminal.line('No job has failed for good.')
  for (const { id, queue, data, attempts, failedAt, error } of failed)
    terminal.line(
      `${id}  ${queue}  ${JSON.stringify(data)}  failed ${failedAt.toISOString()} after ${attempts} attempts: ${error}`,
    )
}
