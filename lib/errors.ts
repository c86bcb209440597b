/** Every expected failure, and the HTTP status that an adapter answers with. */
const STATUS = {
  invalid_input: 400,
  invalid_filter: 400,
  not_found: 404,
  cart_empty: 409,
  cart_changed: 409,
  cart_full: 409,
  out_of_stock: 409,
  too_many_requests: 429,
  unavailable: 503,
} as const

export type ErrorCode = keyof typeof STATUS

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

/** Whether the error, or what caused it, is a database that cannot be reached: the answer is 503, try again. */
export function isUnavailable(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause ? String(cause.code) : ''
    if (/^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|P1001|P1008|P1017|P2024|P2028|57P0\d|08\d{3}|53300)$/.test(code))
      return true
    if (/^Mongo(ServerSelection|Network|PoolCleared|NotConnected|PoolClosed|Topology)/.test(cause.name)) return true
    if (/Connection terminated|timeout exceeded when trying to connect|Can't reach database server/.test(cause.message))
      return true
    if (cause instanceof DomainError && cause.code === 'unavailable') return true
  }
  return false
}
