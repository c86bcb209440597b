import { problem } from './problem'

const MAX_BODY_BYTES = 20_000

/**
 * Returns the JSON of a program's request. If it is refused, returns the response instead: 415 if it is not JSON, 413 if
 * it is too large, 400 if it cannot be parsed. JSON is required because a page of another site cannot post it unasked.
 */
export async function readJsonBody(request: Request): Promise<{ body: unknown } | Response> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') return refuse(415, 'Please send JSON, with content-type: application/json.')
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.length
    if (size > MAX_BODY_BYTES) return refuse(413, `Please send at most ${MAX_BODY_BYTES} bytes.`)
    parts.push(part)
  }
  try {
    return { body: JSON.parse(Buffer.concat(parts).toString('utf8')) }
  } catch {
    return refuse(400, 'The body is not well-formed JSON.')
  }
}

const refuse = (status: number, message: string) => problem({ ok: false, code: 'invalid_input', message }, status)
