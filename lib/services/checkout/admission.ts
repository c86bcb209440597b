import pLimit, { type LimitFunction } from 'p-limit'
import { env } from '@/lib/env'
import { DomainError } from '@/lib/errors'

// A checkout keeps its database connection while it waits for locks. These limits leave a quarter of the connection
// pool to other requests.
const SHARE_OF_POOL = 0.75
const MAX_WAITING = 500
const MAX_WAIT_MS = 20_000
const RETRY_AFTER_SECONDS = 5

type Admit = <T>(work: () => Promise<T>) => Promise<T>

// On globalThis, because Next.js bundles this module more than once.
const store = globalThis as typeof globalThis & { nexusCheckouts?: Admit }

/**
 * Runs a checkout as soon as the running checkouts use less than three quarters of the connection pool. Errors:
 * unavailable (the queue is full, or the wait took too long).
 */
export const admitted: Admit = (work) => {
  store.nexusCheckouts ??= limitedTo({
    atOnce: Math.max(1, Math.floor(env().DATABASE_POOL * SHARE_OF_POOL)),
    maxWaiting: MAX_WAITING,
    maxWaitMs: MAX_WAIT_MS,
  })
  return store.nexusCheckouts(work)
}

/**
 * Returns a function that runs at most `atOnce` pieces of work at a time. It rejects work if the queue is full, or if
 * the work has waited longer than `maxWaitMs`.
 */
export function limitedTo(limits: { atOnce: number; maxWaiting: number; maxWaitMs: number }): Admit {
  const { atOnce, maxWaiting, maxWaitMs } = limits
  const limit: LimitFunction = pLimit(atOnce)
  return async (work) => {
    if (limit.pendingCount >= maxWaiting) throw busy()
    const since = performance.now()
    return limit(() => {
      if (performance.now() - since > maxWaitMs) throw busy()
      return work()
    })
  }
}

/** Returns the error with which the queue refuses a checkout. */
export const busy = (options?: ErrorOptions) =>
  new DomainError(
    'unavailable',
    'Many people are checking out just now. Nothing has been ordered, and you have not been charged. ' +
      'Please try again in a few seconds: nothing you typed is lost.',
    { retryAfterSeconds: RETRY_AFTER_SECONDS },
    options,
  )
