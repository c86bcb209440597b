import type { Failure } from '@/lib/errors'

const ANSWER_WITHIN_MS = 30_000

/**
 * Sends a form where it would go by itself, and brings the answer here. Never rejects: what is no answer, or none in
 * time, is a failure with the words of `unreached`. `isDone` tells what a success looks like.
 */
export async function postForm<Done extends { ok: true }>(
  form: HTMLFormElement,
  options: { submitter?: HTMLElement | null; unreached: string; isDone: (answer: object) => answer is Done },
): Promise<Done | Failure> {
  const { submitter, unreached, isDone } = options
  const fields = [...new FormData(form, submitter)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  const notReached: Failure = { ok: false, code: 'unavailable', message: unreached }
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(fields),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    const answer: unknown = await response.json()
    if (typeof answer !== 'object' || answer === null) return notReached
    return isDone(answer) || isFailure(answer) ? answer : notReached
  } catch {
    return notReached
  }
}

const isFailure = (answer: object): answer is Failure => 'ok' in answer && answer.ok === false && 'message' in answer
