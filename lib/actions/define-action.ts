import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { type Failure, toFailure } from '@/lib/errors'

export type ActionResult<Value extends object = object> = ({ ok: true } & Value) | Failure

/**
 * Makes an action, which a route calls with what a browser sent: `policy` says who may (and throws when they may not), `schema` parses what came, `call` does
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

function invalid({ issues }: z.ZodError): Failure {
  const fieldErrors: Record<string, string> = {}
  for (const { path, message } of issues) fieldErrors[path.join('.')] ??= message
  return { ok: false, code: 'invalid_input', message: 'Something in there is not right.', fieldErrors }
}
