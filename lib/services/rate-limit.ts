import { createHmac } from 'node:crypto'
import { postgres } from '@/lib/db/postgres'
import { env } from '@/lib/env'
import { DomainError } from '@/lib/errors'

export interface Limit {
  /** What is limited: "track visitor". */
  name: string
  /** Who or what it is counted for; kept as a keyed hash only. */
  subject: string
  /** Attempts in each window. */
  max: number
  windowSeconds: number
}

/**
 * Counts an attempt in the fixed window of its name and subject, and throws too_many_requests (with retryAfterSeconds)
 * when there were too many. Holds for all instances together.
 */
export async function countAttempt(limit: Limit): Promise<void> {
  const { max, windowSeconds } = limit
  const key = keyOf(limit)
  const [window] = await postgres().$queryRaw<{ count: number; secondsLeft: number }[]>`
    INSERT INTO "RateLimit" AS r (key, count, "expiresAt")
    VALUES (${key}, 1, now() + ${windowSeconds}::int * interval '1 second')
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN r."expiresAt" <= now() THEN 1 ELSE least(r.count, 1000000) + 1 END,
      "expiresAt" = CASE WHEN r."expiresAt" <= now() THEN excluded."expiresAt" ELSE r."expiresAt" END
    RETURNING count, ceil(extract(epoch FROM "expiresAt" - now()))::int AS "secondsLeft"`
  if (!window || window.count <= max) return
  const minutes = Math.max(1, Math.ceil(window.secondsLeft / 60))
  throw new DomainError(
    'too_many_requests',
    `Too many tries. Please wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
    { retryAfterSeconds: window.secondsLeft },
  )
}

/** Takes an attempt back that was counted just now and was no guess. */
export async function forgiveAttempt(limit: Limit): Promise<void> {
  const key = keyOf(limit)
  await postgres().$executeRaw`
    WITH forgotten AS (DELETE FROM "RateLimit" WHERE key = ${key} AND count = 1)
    UPDATE "RateLimit" SET count = count - 1 WHERE key = ${key} AND count > 1`
}

const keyOf = ({ name, subject }: Limit) =>
  `${name}:${createHmac('sha256', env().NEXUS_SECRET).update(subject).digest('base64url')}`

/** Deletes the counters of windows that are over. Returns how many. */
export async function cleanUpAttempts(now = new Date()): Promise<number> {
  const { count } = await postgres().rateLimit.deleteMany({ where: { expiresAt: { lt: now } } })
  return count
}
