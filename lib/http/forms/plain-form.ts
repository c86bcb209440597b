import { randomUUID } from 'node:crypto'
import { unstable_rethrow } from 'next/navigation'
import type { Answer } from '@/lib/contracts/answer'
import type { Refusal } from '@/lib/contracts/sent-form'
import { type Failure, toFailure } from '@/lib/errors'
import { type Fields, jsonAnswer, readFormPost, seeOther, wantsJson } from './form-post'
import { dropSentForm, keepSentForm } from './sent-form'

/**
 * Handles a form whose typed values must not be lost. A script gets the result as JSON. Without a script, the browser
 * is redirected to `next` or, after a refusal, back to `page`, which then shows the reason and the values of the fields
 * in `keep`.
 */
export async function answerForm<Result extends Answer>(
  request: Request,
  form: {
    /** The page that shows the form, and again if it is refused. */
    page: string | ((fields: Fields) => string)
    /** Path of the pages that may read the typed values. Default: `page`. */
    place?: string
    /** Returns the id of the element that contains the form. Omitted if the form is the whole page. */
    part?: (fields: Fields) => string
    keep: readonly string[]
    /** Returns the fields of `keep` whose values are no longer valid after this result. */
    drop?: (result: Result | Failure) => readonly string[]
    run: (fields: Fields) => Promise<Result>
    /** Returns the address of the next page; null leads back to the form's page, without a message. */
    next: (result: Extract<Result, { ok: true }>) => string | null
    /** Returns values to store for the next page. If omitted, the stored form is deleted. */
    carry?: (result: Extract<Result, { ok: true }>) => Fields | null
  },
): Promise<Response> {
  const fields = await readFormPost(request)
  if (fields instanceof Response) return fields
  const result = await answerOf(() => form.run(fields))
  const page = typeof form.page === 'string' ? form.page : form.page(fields)
  const place = form.place ?? page
  if (wantsJson(request)) {
    if (result.ok) await dropSentForm(place)
    return jsonAnswer(result)
  }
  const id = randomUUID().slice(0, 8)
  const next = isDone(result) ? form.next(result) : null
  if (next && isDone(result)) {
    const carried = form.carry?.(result)
    if (carried) await keepSentForm(place, { id, values: carried })
    else await dropSentForm(place)
    return seeOther(next)
  }
  const dropped = form.drop?.(result) ?? []
  const kept = Object.entries(fields).filter(([name]) => form.keep.includes(name) && !dropped.includes(name))
  await keepSentForm(place, {
    id,
    values: Object.fromEntries(kept),
    refusal: result.ok ? undefined : refusalOf(result),
  })
  return seeOther(`${page}?sent=${id}${form.part ? `#${form.part(fields)}` : ''}`)
}

/** Returns the answer of `run`. If it rejects, for example because a database is down, returns the failure. */
export async function answerOf<Result extends Answer>(run: () => Promise<Result>): Promise<Result | Failure> {
  try {
    return await run()
  } catch (error) {
    unstable_rethrow(error)
    return toFailure(error)
  }
}

const refusalOf = ({ message, fieldErrors, details }: Refusal): Refusal => ({ message, fieldErrors, details })
const isDone = <Result extends Answer>(result: Result | Failure): result is Extract<Result, { ok: true }> => result.ok
