import type { Failure } from '@/lib/errors'

const ANSWER_WITHIN_MS = 30_000

const NOT_REACHED: Failure = {
  ok: false,
  code: 'unavailable',
  message: 'That did not reach the shop. Nothing you typed is lost: please try again. You cannot buy twice by that.',
}

/** Sends a form where it would go by itself, and brings the answer here. Never rejects. */
export async function sendForm(
  form: HTMLFormElement,
  submitter?: HTMLElement | null,
): Promise<{ ok: true; orderId: string | null } | Failure> {
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

const isAnswer = (value: unknown): value is { ok: true; orderId: string | null } | Failure =>
  typeof value === 'object' &&
  value !== null &&
  'ok' in value &&
  (value.ok === true ? 'orderId' in value : 'message' in value)
