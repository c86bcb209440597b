import type { Failure } from '@/lib/errors'

const ANSWER_WITHIN_MS = 20_000

const NOT_REACHED: Failure = {
  ok: false,
  code: 'unavailable',
  message: 'That did not reach the shop. Please try again.',
}

/** Sends a form where it would go by itself, and brings the answer here. Never rejects. */
export async function postForm(
  form: HTMLFormElement,
  submitter?: HTMLElement | null,
): Promise<{ ok: true; helpful?: unknown } | Failure> {
  const fields = [...new FormData(form, submitter)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(fields),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    const answer: unknown = await response.json()
    return isAnswer(answer) ? answer : NOT_REACHED
  } catch {
    return NOT_REACHED
  }
}

const isAnswer = (value: unknown): value is { ok: true; helpful?: unknown } | Failure =>
  typeof value === 'object' && value !== null && 'ok' in value && (value.ok === true || 'message' in value)
