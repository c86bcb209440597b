import { setTimeout as sleep } from 'node:timers/promises'

// After a deadlock or serialization failure, nothing was written, so the transaction can be tried again.
const CONFLICT_CODE = /^(40P01|40001|P2034)$/
const LOCK_TIMEOUT_CODE = '55P03'
const MAX_TRIES = 5
const FIRST_DELAY_MS = 20

/**
 * Runs `work` again while it fails because of a deadlock or serialization failure: at most 5 times, after random delays
 * whose upper bound doubles. Rejects with the last failure, or at once with any other error.
 */
export async function retryConflicts<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === MAX_TRIES || !isConflict(error)) throw error
      // Random, because transactions that wait equally long would collide again.
      await sleep(Math.random() * FIRST_DELAY_MS * 2 ** attempt)
    }
  }
}

/** Returns whether Postgres aborted a transaction because it conflicted with another one. */
export const isConflict = (error: unknown): boolean => codesOf(error).some((code) => CONFLICT_CODE.test(code))

/** Returns whether the error means that waiting for a lock took too long. */
export const isLockTimeout = (error: unknown): boolean => codesOf(error).includes(LOCK_TIMEOUT_CODE)

/** Returns the Prisma and Postgres codes of an error and its causes. Prisma keeps the driver's error in `meta`. */
function codesOf(error: unknown): string[] {
  if (!isRecord(error)) return []
  const { code, originalCode, cause, meta } = error
  const own = [code, originalCode].filter((value) => typeof value === 'string')
  return [...own, ...codesOf(cause), ...codesOf(isRecord(meta) ? meta.driverAdapterError : undefined)]
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
