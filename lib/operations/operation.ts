import type { z } from 'zod'
import type { Actor } from '@/lib/auth/actor'
import type { Policy } from '@/lib/auth/policies'
import type { Answer } from '@/lib/contracts/answer'
import { type Failure, toFailure } from '@/lib/errors'

/** A use case of the shop. Forms and JSON endpoints call it, later also REST, GraphQL and agents. */
export interface Operation<Input extends z.ZodType = z.ZodType, Output extends z.ZodObject = z.ZodObject> {
  /** Unique name in the form `noun.verb`, used in APIs and the audit log. */
  readonly name: string
  /** The actor must be admitted by at least one of these policies. */
  readonly who: readonly Policy[]
  readonly input: Input
  readonly output: Output
  /** Checks the actor, parses the input, runs the use case and parses its output. Never throws. */
  execute(input: unknown, actor: Actor): Promise<Answer<z.output<Output>>>
}

type Admitted<Who extends readonly Policy[]> = Who[number] extends Policy<infer Actors> ? Actors : never

/**
 * Defines a use case. If `run` throws an expected failure (DomainError), the answer has its code and message. Other
 * errors become `unavailable` or `unexpected`, and their details appear only in the log.
 */
export function operation<
  Input extends z.ZodType,
  Output extends z.ZodObject,
  const Who extends readonly [Policy, ...Policy[]],
>(definition: {
  name: string
  who: Who
  input: Input
  output: Output
  run: (input: z.output<Input>, actor: Admitted<Who>) => Promise<z.input<Output>>
}): Operation<Input, Output> {
  const { name, who, input, output, run } = definition
  const isAdmitted = (actor: Actor): actor is Admitted<Who> => who.some((policy) => policy.admits(actor))
  return {
    name,
    who,
    input,
    output,
    async execute(given, actor) {
      try {
        if (!isAdmitted(actor)) throw who[0].refusal(actor)
        const parsed = input.safeParse(given)
        if (!parsed.success) return invalidInput(parsed.error)
        return { ok: true, ...output.parse(await run(parsed.data, actor)) }
      } catch (error) {
        return toFailure(error)
      }
    },
  }
}

function invalidInput({ issues }: z.ZodError): Failure {
  const fieldErrors: Record<string, string> = Object.create(null)
  for (const { path, message } of issues) fieldErrors[path.join('.')] ??= message
  return {
    ok: false,
    code: 'invalid_input',
    message: 'Please check the highlighted fields.',
    fieldErrors: { ...fieldErrors },
  }
}
