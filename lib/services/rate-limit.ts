import { createHmac } from 'node:crypto'
import type { QueryConfig } from 'pg'
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible'
import { postgres, postgresPool } from '@/lib/db/postgres'
import { redis } from '@/lib/db/redis'
import { env } from '@/lib/env'
import { DomainError } from '@/lib/errors'

/** Maximum number of attempts per time window of fixed length. */
export interface Limit {
  /** Name of the limit. Limits with the same name must have the same values. */
  name: string
  /** Maximum number of attempts per window. */
  max: number
  windowSeconds: number
  /** Returns the message for when the limit is exceeded; `wait` is "a minute" or, for instance, "7 minutes". */
  message?: (wait: string) => string
}

/**
 * An attempt that counts towards a limit. `subject` identifies whose attempts are counted, such as a network, an e-mail
 * address or an order; only a keyed hash of it is stored.
 */
export interface Attempt {
  limit: Limit
  subject: string
}

/**
 * Counts an attempt across all instances: in Redis if REDIS_URL is set, otherwise in Postgres. Throws too_many_requests
 * (with retryAfterSeconds) above the limit. While the store is unavailable, each process counts on its own.
 */
export async function countAttempt({ limit, subject }: Attempt): Promise<void> {
  try {
    await (await limiterOf(limit)).consume(hashed(subject))
  } catch (error) {
    if (error instanceof RateLimiterRes) throw tooMany(limit, Math.ceil(error.msBeforeNext / 1000))
    throw error
  }
}

/** Counts all of these attempts or none: if one exceeds its limit, those already counted are undone. */
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

/** Undoes the counting of attempts, for instance if they turn out not to count towards the limit. */
export async function forgiveAttempts(attempts: Attempt[]): Promise<void> {
  await Promise.all(attempts.map(async ({ limit, subject }) => (await limiterOf(limit)).reward(hashed(subject))))
}

/** Deletes the counters of past windows from Postgres; Redis does so itself. Returns how many were deleted. */
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

// Hashing also limits the length: Postgres would reject keys longer than 255 characters, and the in-memory fallback
// would hide that.
const hashed = (subject: string) => createHmac('sha256', env().NEXUS_SECRET).update(subject).digest('base64url')

const limiters = new Map<string, RateLimiterAbstract>()

async function limiterOf(limit: Limit): Promise<RateLimiterAbstract> {
  const known = limiters.get(limit.name)
  if (known) return known
  const store = await redisStore()
  const limiter = limiters.get(limit.name) ?? (store ? redisLimiter(limit, store) : postgresLimiter(limit))
  limiters.set(limit.name, limiter)
  return limiter
}

function postgresLimiter(limit: Limit): RateLimiterAbstract {
  return new RateLimiterPostgres({
    ...optionsOf(limit, limit.name),
    storeClient: { query },
    storeType: 'pool',
    tableName: 'RateLimit',
    tableCreated: true,
    clearExpiredByTimeout: false, // a job deletes expired rows
  })
}

function redisLimiter(limit: Limit, store: RedisStore): RateLimiterAbstract {
  const options = optionsOf(limit, `nexus limit ${limit.name}`)
  return new RateLimiterRedis({ ...options, storeClient: store })
}

function optionsOf({ max, windowSeconds }: Limit, keyPrefix: string) {
  const options = { keyPrefix, points: max, duration: windowSeconds }
  return { ...options, insuranceLimiter: new RateLimiterMemory(options) }
}

/**
 * Runs the library's statements directly on the process's connection pool, because Prisma would take four times the CPU
 * time.
 */
const query = (statement: QueryConfig) => watched('Postgres', () => postgresPool().query(statement))

/** What the library needs of a client of ioredis. It defines a command of its own, a script, and calls it. */
interface RedisStore {
  defineCommand(name: string, definition: { numberOfKeys: number; lua: string }): void
  rlflxIncr(values: string[]): Promise<unknown>
}

async function redisStore(): Promise<RedisStore | null> {
  const client = await redis()
  if (!client) return null
  let script = ''
  return {
    defineCommand: (_, { lua }) => {
      script = lua
    },
    rlflxIncr: ([key = '', ...values]) => watched('Redis', () => client.eval(script, 1, key, ...values)),
  }
}

let isFailing = false

/** Runs a command of the store of the counters. Logs the first of several failures. */
async function watched<Result>(store: string, run: () => Promise<Result>): Promise<Result> {
  try {
    const result = await run()
    isFailing = false
    return result
  } catch (error) {
    if (!isFailing) console.error(`Attempts are counted in memory, as ${store} is unavailable.`, error)
    isFailing = true
    throw error
  }
}
