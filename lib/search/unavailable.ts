import { DomainError } from '@/lib/errors'

/** Returns the error for a search that cannot be answered now. It tells callers to try again after two seconds. */
export const unavailable = (message = 'Search is unavailable. Please try again in a moment.') =>
  new DomainError('unavailable', message, { retryAfterSeconds: 2 })
