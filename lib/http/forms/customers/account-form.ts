import type { Actor } from '@/lib/auth/actor'
import type { Answer } from '@/lib/contracts/answer'
import type { Fields } from '../form-post'

/** Where an account form leads, and what the next page needs to know. */
export interface Next {
  next: string
  values?: Fields
}

export interface AccountForm {
  /** The page that shows the form, and again if it is refused. */
  page: string | ((fields: Fields) => string)
  keep: readonly string[]
  run: (fields: Fields, actor: Actor) => Promise<Answer<Next>>
}

/** Returns a form that runs an operation with its fields. */
export function form(
  page: AccountForm['page'],
  keep: readonly string[],
  operation: { execute(input: unknown, actor: Actor): Promise<Answer> },
  next: (fields: Fields) => string,
): AccountForm {
  return {
    page,
    keep,
    run: async (fields, actor) => {
      const answer = await operation.execute(fields, actor)
      return answer.ok ? { ok: true, next: next(fields) } : answer
    },
  }
}
