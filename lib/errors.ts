/** Expected failures by code, with the HTTP status of each. */
const STATUS = {
  invalid_input: 400,
  invalid_filter: 400,
  cookies_refused: 400,
  wrong_code: 400,
  expired_link: 400,
  wrong_credentials: 401,
  signed_out: 401,
  invalid_token: 401,
  proof_needed: 403,
  second_factor_needed: 403,
  factor_needed: 403,
  not_allowed: 403,
  on_hold: 403,
  not_found: 404,
  not_linked: 409,
  cart_empty: 409,
  cart_changed: 409,
  cart_full: 409,
  out_of_stock: 409,
  out_of_date: 409,
  too_early: 409,
  too_many_requests: 429,
  unavailable: 503,
} as const

export type ErrorCode = keyof typeof STATUS

/** The codes of all expected failures. */
export const ERROR_CODES = Object.keys(STATUS) as ErrorCode[]

/** An expected failure. The HTTP layer converts it into a response; `message` is written for shoppers. */
export class DomainError extends Error {
  override readonly name = 'DomainError'

  constructor(
    readonly code: ErrorCode,
    message: string,
    /**
     * Further facts about the failure, for example the lines that exceed the stock. JSON-safe. `field` names the form
     * field to which the message belongs.
     */
    readonly details?: Record<string, unknown>,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }

  get status(): number {
    return STATUS[this.code]
  }
}

// Codes of Node, Prisma, Postgres (40P01 and 40001: conflicts that retries did not solve) and MongoDB (50: time limit
// exceeded). The other two patterns match error names of the MongoDB driver, and messages of node-postgres, which has
// no codes for these errors.
const UNAVAILABLE_CODE =
  /^(unavailable|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|P1001|P1008|P1017|P2024|P2028|P2034|40P01|40001|55P03|57014|57P0\d|08\d{3}|53300|50)$/
const UNAVAILABLE_NAME = /^Mongo(ServerSelection|Network|PoolCleared|NotConnected|PoolClosed|Topology)/
const UNAVAILABLE_WORDS =
  /Connection terminated|Query read timeout|timeout exceeded when trying to connect|Can't reach database server|connection error and is not queryable/

/** A failure as the client gets it. `message` is written for shoppers. */
export interface Failure {
  ok: false
  code: ErrorCode | 'unexpected'
  message: string
  /** Error messages by name of the field, such as `address.city`. */
  fieldErrors?: Record<string, string>
  details?: Record<string, unknown>
}

/** Returns the HTTP status of a failure. */
export const statusOf = ({ code }: Pick<Failure, 'code'>): number => (code === 'unexpected' ? 500 : STATUS[code])

/** Returns the response headers for a failure: Retry-After, if it is known when to retry. */
export function headersOf({ details }: Pick<Failure, 'details'>): Record<string, string> {
  const seconds = details?.retryAfterSeconds
  return typeof seconds === 'number' ? { 'retry-after': String(Math.max(1, seconds)) } : {}
}

/** Converts an error into a failure. Of unexpected errors, it reveals neither code nor message. */
export function toFailure(error: unknown): Failure {
  if (error instanceof DomainError) {
    const { code, message, details } = error
    if (typeof details?.field === 'string')
      return { ok: false, code, message, fieldErrors: { [details.field]: message } }
    return details ? { ok: false, code, message, details } : { ok: false, code, message }
  }
  console.error(error)
  if (isUnavailable(error))
    return {
      ok: false,
      code: 'unavailable',
      message: 'The shop is not available at the moment. Please try again shortly.',
    }
  return { ok: false, code: 'unexpected', message: 'Something went wrong on our side. Please try again.' }
}

/** Returns whether the error or one of its causes means that a database is unavailable, which is answered with 503. */
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

/** Returns the driver's error, which Prisma keeps in `meta` instead of `cause`. */
const driverErrorOf = (meta: unknown): unknown => (isRecord(meta) ? meta.driverAdapterError : undefined)

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
