import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import type { Refusal } from '@/lib/contracts/sent-form'
import { DomainError, type ErrorCode, isUnavailable } from '@/lib/errors'

/** Why an action did not do it; `fieldErrors` names fields as `address.city`. */
export interface ActionFailure extends Refusal {
  ok: false
  code: ErrorCode | 'unexpected'
}

export type ActionResult<Value extends object = object> = ({ ok: true } & Value) | ActionFailure

/**
 * Makes a server action: `policy` says who may (and throws when they may not), `schema` parses what came, `call` does
 * it. Nothing that is thrown reaches the browser: an expected failure by its code and message, any other only as
 * `unavailable` or `unexpected`, and in the log.
 */
export function defineAction<Schema extends z.ZodType, Who, Value extends object>(action: {
  policy: () => Promise<Who>
  schema: Schema
  call: (input: z.output<Schema>, who: Who) => Promise<Value>
}): (input: unknown) => Promise<ActionResult<Value>> {
  return async (input) => {
    try {
      const who = await action.policy()
      const parsed = action.schema.safeParse(input)
      if (!parsed.success) return invalid(parsed.error)
      return { ok: true, ...(await action.call(parsed.data, who)) }
    } catch (error) {
      unstable_rethrow(error)
      return toFailure(error)
    }
  }
}

function invalid({ issues }: z.ZodError): ActionFailure {
  const fieldErrors: Record<string, string> = {}
  for (const { path, message } of issues) fieldErrors[path.join('.')] ??= message
  return { ok: false, code: 'invalid_input', message: 'Something in there is not right.', fieldErrors }
}

/** What the shopper is told of an error; what they are not told is logged. */
export function toFailure(error: unknown): ActionFailure {
  if (error instanceof DomainError) {
    const { code, message, details } = error
    return details ? { ok: false, code, message, details } : { ok: false, code, message }
  }
  console.error(error)
  if (isUnavailable(error))
    return { ok: false, code: 'unavailable', message: 'The shop cannot be reached just now. Please try again.' }
  return { ok: false, code: 'unexpected', message: 'That did not work, and it is us, not you. Please try again.' }
}
