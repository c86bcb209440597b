import type { z } from 'zod'
import type { Failure } from '@/lib/errors'
import { readJson } from './read-json'

const ANSWER_WITHIN_MS = 30_000

/** The failure that is returned if no answer arrives in time. */
type NoAnswer = Pick<Failure, 'ok' | 'message'> & { code: 'unavailable'; fieldErrors?: undefined; details?: undefined }

/**
 * Posts a form to its own address and returns the parsed answer. Never rejects: if there is no valid answer, returns a
 * failure whose message is `unreached`.
 */
export async function postForm<Answered extends { ok: true } | Failure>(
  form: HTMLFormElement,
  options: { submitter?: HTMLElement | null; unreached: string; contract: () => Promise<z.ZodType<Answered>> },
): Promise<Answered | NoAnswer> {
  const { submitter, unreached, contract } = options
  const fields = [...new FormData(form, submitter)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  const answer = fetch(form.action, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams(fields),
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  })
  return readJson(answer, contract()).catch((): NoAnswer => ({ ok: false, code: 'unavailable', message: unreached }))
}
