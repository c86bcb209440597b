import { z } from 'zod'
import { ERROR_CODES, type Failure } from '@/lib/errors'

/** Returns the schema for a failed operation's answer, with these details. */
const failureSchema = <Details extends z.ZodType<Failure['details']>>(details: Details) =>
  z.object({
    ok: z.literal(false),
    // An open page may be older than the server and not know all of its codes.
    code: z.enum([...ERROR_CODES, 'unexpected']).catch('unexpected'),
    message: z.string(),
    fieldErrors: z.record(z.string(), z.string()).optional(),
    details: details.optional(),
  })

/** Returns the schema for an operation's answer: the output with `ok: true`, or a failure. */
export const answerSchema = <Shape extends z.ZodRawShape>(output: z.ZodObject<Shape>) =>
  answerWithDetailsSchema(output, z.record(z.string(), z.unknown()))

/** Returns the same schema with known failure details. */
export const answerWithDetailsSchema = <Shape extends z.ZodRawShape, Details extends z.ZodType<Failure['details']>>(
  output: z.ZodObject<Shape>,
  details: Details,
) => z.union([z.object({ ok: z.literal(true), ...output.shape }), failureSchema(details)])

/** An operation's answer. */
export type Answer<Value extends object = object> = ({ ok: true } & Value) | Failure
