import { z } from 'zod'
import { DomainError, type ErrorCode, isUnavailable } from '@/lib/errors'
import type { Corrections, Query, Result, Suggestions } from '../search-query'
import type { Cursor } from '../sync/source'

/** What can be asked of an index in another thread. Whatever goes over the border must survive structured cloning. */
export interface Calls {
  search(query: Query): Result
  suggest(text: string, limit?: number): Suggestions
  corrections(text: string): Corrections
  waitFor(moment: Date | Cursor): undefined
  refresh(ids: string[]): undefined
  close(): undefined
}
export type CallName = keyof Calls

export const callSchema = z.object({
  call: z.int(),
  name: z.enum(['search', 'suggest', 'corrections', 'waitFor', 'refresh', 'close']),
  // Typed on both sides by Calls: both are ours, of one build and in one process.
  args: z.array(z.unknown()).max(2),
})
export type Call = z.infer<typeof callSchema>

/** How far loading is, in products; the total is unknown before it was counted. */
export interface Progress {
  done: number
  total: number | null
}

/** What a thread says: the answer to a call, or something that nobody asked for. */
export type Message =
  | { call: number; value: unknown }
  | { call: number; json: string }
  | { call: number; error: SentError }
  | { notice: 'progress'; progress: Progress }
  | { notice: 'ready' }
  | { notice: 'worn' }
  | { notice: 'failed'; error: SentError }

/** An error on its way between threads, which by itself would arrive without its class and facts. */
export type SentError =
  | { kind: 'domain'; code: ErrorCode; message: string; details?: Record<string, unknown> }
  | { kind: 'range' | 'unavailable' | 'other'; message: string; stack?: string }

/** Takes an error apart; `receivedError` puts it together again. */
export function sentError(error: unknown): SentError {
  if (error instanceof DomainError) {
    const { code, message, details } = error
    return { kind: 'domain', code, message, ...(details && { details }) }
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  if (error instanceof RangeError) return { kind: 'range', message }
  return { kind: isUnavailable(error) ? 'unavailable' : 'other', message, ...(stack && { stack }) }
}

/** A DomainError or RangeError as it was thrown; where a store could not be reached, an error that `isUnavailable` knows. */
export function receivedError(sent: SentError): Error {
  if (sent.kind === 'domain') return new DomainError(sent.code, sent.message, sent.details)
  if (sent.kind === 'range') return new RangeError(sent.message)
  const error = new Error(sent.message)
  if (sent.stack) error.stack = sent.stack
  return sent.kind === 'unavailable' ? Object.assign(error, { code: 'unavailable' }) : error
}
