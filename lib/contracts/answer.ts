import { z } from 'zod'
import { ERROR_CODES, type Failure } from '@/lib/errors'

/** Returns the schema for the answer of a failed operation. `details` is the schema for its details. */
const failureSchema = <Details extends z.ZodType<Failure['details']>>(details: Details) =>
  z.object({
    ok: z.literal(false),
    // The server may be newer than an open page and send codes that the page does not know.
    code: z.enum([...ERROR_CODES, 'unexpected']).catch('unexpected'),
    message: z.string(),
    fieldErrors: z.record(z.string(), z.string()).optional(),
    details: details.optional(),
  })

/** Returns the schema for an operation's answer: the fields of `output` with `ok: true`, or a failure. */
export const answerSchema = <Shape extends z.ZodRawShape>(output: z.ZodObject<Shape>) =>
  answerWithDetailsSchema(output, z.record(z.string(), z.unknown()))

/** Like answerSchema, with a schema for the details of a failure. */
export const answerWithDetailsSchema = <Shape extends z.ZodRawShape, Details extends z.ZodType<Failure['details']>>(
  output: z.ZodObject<Shape>,
  details: Details,
) => z.union([z.object({ ok: z.literal(true), ...output.shape }), failureSchema(details)])

/** An operation's answer: its output with `ok: true`, or a failure. */
export type Answer<Value extends object = object> = ({ ok: true } & Value) | Failure
