import { z } from 'zod'
import { DomainError, type ErrorCode, isUnavailable } from '@/lib/errors'
import type { LoadProgress } from '../search-engine'

export const callSchema = z.object({
  call: z.int(),
  name: z.enum(['search', 'suggest', 'corrections', 'waitFor', 'refresh', 'close']),
  // Not validated: both sides are typed by `EngineCalls` and belong to the same build and process.
  args: z.array(z.unknown()).max(2),
})
export type Call = z.infer<typeof callSchema>

/** A message from a worker: the answer to a call, or a notice. */
export type Message =
  | { call: number; value: unknown }
  | { call: number; json: string }
  | { call: number; error: SentError }
  | { notice: 'progress'; progress: LoadProgress }
  | { notice: 'ready' }
  | { notice: 'needsRenewal' }
  | { notice: 'failed'; error: SentError }

/** An error as sent between threads, because structured cloning would lose its class and details. */
export type SentError =
  | { kind: 'domain'; code: ErrorCode; message: string; details?: Record<string, unknown> }
  | { kind: 'range' | 'unavailable' | 'other'; message: string; stack?: string }

/** Serializes an error for `receivedError`. */
export function sentError(error: unknown): SentError {
  if (error instanceof DomainError) {
    const { code, message, details } = error
    return { kind: 'domain', code, message, ...(details && { details }) }
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  if (error instanceof RangeError) return { kind: 'range', message }
  return { kind: isUnavailable(error) ? 'unavailable' : 'other', message, ...(stack && { stack }) }
}

/**
 * Recreates the DomainError or RangeError. If the worker could not reach a store, returns an error that `isUnavailable`
 * recognizes.
 */
export function receivedError(sent: SentError): Error {
  if (sent.kind === 'domain') return new DomainError(sent.code, sent.message, sent.details)
  if (sent.kind === 'range') return new RangeError(sent.message)
  const error = new Error(sent.message)
  if (sent.stack) error.stack = sent.stack
  return sent.kind === 'unavailable' ? Object.assign(error, { code: 'unavailable' }) : error
}
