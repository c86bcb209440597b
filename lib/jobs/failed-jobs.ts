import { z } from 'zod'
import { postgres } from '@/lib/db/postgres'

const failedJobSchema = z.object({
  id: z.uuid(),
  queue: z.string(),
  data: z.unknown(),
  attempts: z.int(),
  failedAt: z.date(),
  error: z.string().nullable(),
})
export type FailedJob = z.infer<typeof failedJobSchema>

const countSchema = z.object({ queue: z.string(), state: z.string(), jobs: z.int() })
export type JobCount = z.infer<typeof countSchema>

/** Returns the jobs that have used up their retries, newest first. They are kept for FAILED_JOB_DAYS days. */
export async function listFailedJobs(limit = 100): Promise<FailedJob[]> {
  const rows = await postgres().$queryRaw`
    SELECT id, name AS queue, data, retry_count + 1 AS attempts, completed_on AS "failedAt", output->>'message' AS error
    FROM pgboss.job WHERE state = 'failed' ORDER BY completed_on DESC, id LIMIT ${limit}`
  return z.array(failedJobSchema).parse(rows)
}

/** Returns the number of unfinished and failed jobs in each queue, by state. */
export async function countJobs(): Promise<JobCount[]> {
  const rows = await postgres().$queryRaw`
    SELECT name AS queue, state::text, count(*)::int AS jobs FROM pgboss.job
    WHERE state NOT IN ('completed', 'cancelled') GROUP BY name, state ORDER BY name, state`
  return z.array(countSchema).parse(rows)
}

/**
 * Runs failed jobs again, with a full number of retries: those with these ids, or all if `ids` is missing. Returns
 * their number.
 */
export async function retryFailedJobs(ids?: string[]): Promise<number> {
  return postgres().$executeRaw`
    UPDATE pgboss.job
    SET state = 'retry', retry_count = 0, started_on = NULL, completed_on = NULL, start_after = now()
    WHERE state = 'failed' AND (${ids ?? null}::uuid[] IS NULL OR id = ANY(${ids ?? null}::uuid[]))`
}
