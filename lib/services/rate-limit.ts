import { createHmac } from 'node:crypto'
import type { QueryConfig } from 'pg'
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { postgres, postgresPool } from '@/lib/db/postgres'
import { env } from '@/lib/env'
import { DomainError } from '@/lib/errors'

/** A limit of attempts in fixed windows. */
export interface Limit {
  /** What is limited; the same name has the same numbers everywhere. */
  name: string
  /** Attempts in each window. */
  max: number
  windowSeconds: number
  /** What to say beyond it; `wait` is "a minute" or "7 minutes". */
  message?: (wait: string) => string
}

/** Whom a limit counts: a network, an e-mail address, an order. Kept as a keyed hash only. */
export interface Attempt {
  limit: Limit
  subject: string
}

/**
 * Counts an attempt, for all instances together, and throws too_many_requests (with retryAfterSeconds) if there were too
 * many. While Postgres cannot be reached each process counts for itself.
 */
export async function countAttempt({ limit, subject }: Attempt): Promise<void> {
  try {
    await limiterOf(limit).consume(hashed(subject))
  } catch (error) {
    if (error instanceof RateLimiterRes) throw tooMany(limit, Math.ceil(error.msBeforeNext / 1000))
    throw error
  }
}

/** Counts them all, or none: of those before the one that is too many the attempt is taken back. */
export async function countAttempts(attempts: Attempt[]): Promise<void> {
  for (const [index, attempt] of attempts.entries()) {
    try {
      await countAttempt(attempt)
    } catch (error) {
      await forgiveAttempts(attempts.slice(0, index))
      throw error
    }
  }
}

/** Takes attempts back that were counted just now and turned out not to be any. */
export async function forgiveAttempts(attempts: Attempt[]): Promise<void> {
  await Promise.all(attempts.map(({ limit, subject }) => limiterOf(limit).reward(hashed(subject))))
}

/** Deletes the counters of windows that are over. Returns how many. */
export async function cleanUpAttempts(now = new Date()): Promise<number> {
  const { count } = await postgres().rateLimit.deleteMany({ where: { expire: { lt: BigInt(Number(now)) } } })
  return count
}

function tooMany({ message = tryAgain }: Limit, seconds: number): DomainError {
  const minutes = Math.max(1, Math.ceil(seconds / 60))
  return new DomainError('too_many_requests', message(minutes === 1 ? 'a minute' : `${minutes} minutes`), {
    retryAfterSeconds: seconds,
  })
}

const tryAgain = (wait: string) => `Too many tries. Please wait ${wait}.`

// Keys are short: beyond 255 characters Postgres would refuse them, and the insurance would hide that it does.
const hashed = (subject: string) => createHmac('sha256', env().NEXUS_SECRET).update(subject).digest('base64url')

const limiters = new Map<string, RateLimiterAbstract>()

function limiterOf({ name, max, windowSeconds }: Limit): RateLimiterAbstract {
  const known = limiters.get(name)
  if (known) return known
  const options = { keyPrefix: name, points: max, duration: windowSeconds }
  const limiter = new RateLimiterPostgres({
    ...options,
    storeClient: { query },
    storeType: 'pool',
    tableName: 'RateLimit',
    tableCreated: true,
    clearExpiredByTimeout: false, // a job does
    insuranceLimiter: new RateLimiterMemory(options),
  })
  limiters.set(name, limiter)
  return limiter
}

let isFailing = false

/** Runs the library's statements on the process's own connections: Prisma would cost four times the processor time. */
async function query(statement: QueryConfig) {
  try {
    const result = await postgresPool().query(statement)
    isFailing = false
    return result
  } catch (error) {
    if (!isFailing) console.error('Attempts are counted in memory, for Postgres does not count them.', error)
    isFailing = true
    throw error
  }
}
