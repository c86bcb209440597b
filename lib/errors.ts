/** Every expected failure, and the HTTP status that an adapter answers with. */
const STATUS = {
  invalid_input: 400,
  invalid_filter: 400,
  not_found: 404,
  cart_empty: 409,
  cart_changed: 409,
  cart_full: 409,
  out_of_stock: 409,
  too_early: 409,
  too_many_requests: 429,
  unavailable: 503,
} as const

export type ErrorCode = keyof typeof STATUS

/** Every code of an expected failure. */
export const ERROR_CODES = Object.keys(STATUS) as ErrorCode[]

/** An expected failure with a code that adapters translate once. `message` is written for the shopper. */
export class DomainError extends Error {
  override readonly name = 'DomainError'

  constructor(
    readonly code: ErrorCode,
    message: string,
    /** JSON-safe facts about the failure, such as the lines that are short. */
    readonly details?: Record<string, unknown>,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }

  get status(): number {
    return STATUS[this.code]
  }
}

// Codes of Node, Prisma, Postgres and MongoDB (50: it took too long); names of the MongoDB driver's errors; and what node-postgres only says in words.
const UNAVAILABLE_CODE =
  /^(unavailable|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|P1001|P1008|P1017|P2024|P2028|57014|57P0\d|08\d{3}|53300|50)$/
const UNAVAILABLE_NAME = /^Mongo(ServerSelection|Network|PoolCleared|NotConnected|PoolClosed|Topology)/
const UNAVAILABLE_WORDS =
  /Connection terminated|Query read timeout|timeout exceeded when trying to connect|Can't reach database server|connection error and is not queryable/

/** What an adapter answers where something failed. `message` is written for the shopper. */
export interface Failure {
  ok: false
  code: ErrorCode | 'unexpected'
  message: string
  /** What is wrong with what was typed, by the names of its fields: `address.city`. */
  fieldErrors?: Record<string, string>
  details?: Record<string, unknown>
}

/** The HTTP status of a failure. */
export const statusOf = ({ code }: Pick<Failure, 'code'>): number => (code === 'unexpected' ? 500 : STATUS[code])

/** The headers of the answer to a failure: when to try again, where that is known. */
export function headersOf({ details }: Pick<Failure, 'details'>): Record<string, string> {
  const seconds = details?.retryAfterSeconds
  return typeof seconds === 'number' ? { 'retry-after': String(Math.max(1, seconds)) } : {}
}

/** What is told of an error: an expected one by its code and message; of any other only the log hears more. */
export function toFailure(error: unknown): Failure {
  if (error instanceof DomainError) {
    const { code, message, details } = error
    return details ? { ok: false, code, message, details } : { ok: false, code, message }
  }
  console.error(error)
  if (isUnavailable(error))
    return { ok: false, code: 'unavailable', message: 'The shop cannot be reached just now. Please try again.' }
  return { ok: false, code: 'unexpected', message: 'That did not work, and it is us, not you. Please try again.' }
}

/** Whether the error, or what caused it, is a database that cannot be reached: the answer is 503, try again. */
export function isUnavailable(error: unknown): boolean {
  if (!isRecord(error)) return false
  const { code, originalCode, name, message, cause, meta } = error
  return (
    UNAVAILABLE_CODE.test(String(code ?? '')) ||
    UNAVAILABLE_CODE.test(String(originalCode ?? '')) ||
    UNAVAILABLE_NAME.test(String(name ?? '')) ||
    UNAVAILABLE_WORDS.test(String(message ?? '')) ||
    isUnavailable(cause) ||
    isUnavailable(driverErrorOf(meta))
  )
}

/** Prisma keeps the driver's error among its facts, not as the cause. */
const driverErrorOf = (meta: unknown): unknown => (isRecord(meta) ? meta.driverAdapterError : undefined)

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
