import { z } from 'zod'
import { ERROR_CODES, type Failure } from '@/lib/errors'

/** Answer of a failed operation. */
export const failureSchema = z.object({
  ok: z.literal(false),
  code: z.enum([...ERROR_CODES, 'unexpected']),
  message: z.string(),
  fieldErrors: z.record(z.string(), z.string()).optional(),
  details: z.record(z.string(), z.unknown()).optional(),
}) satisfies z.ZodType<Failure>

/** Returns the schema of an operation's answer: the output with `ok: true`, or the failure. */
export const answerSchema = <Shape extends z.ZodRawShape>(output: z.ZodObject<Shape>) =>
  z.union([z.object({ ok: z.literal(true), ...output.shape }), failureSchema])

/** Answer of an operation. */
export type Answer<Value extends object = object> = ({ ok: true } & Value) | Failure
