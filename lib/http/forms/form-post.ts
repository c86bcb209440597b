import type { Answer } from '@/lib/contracts/answer'
import { textFields } from '@/lib/contracts/form-fields'
import { headersOf, statusOf } from '@/lib/errors'

const MAX_BODY_BYTES = 20_000

/** The text fields of a form by their names. */
export type Fields = Record<string, string>

/** Whether the browser says that another site sent this. Who says nothing is no browser, and holds no cookie of ours. */
export function isCrossSite({ headers }: Request): boolean {
  const site = headers.get('sec-fetch-site')
  if (site) return site !== 'same-origin' && site !== 'none'
  const origin = headers.get('origin')
  if (!origin) return false
  const host = headers.get('x-forwarded-host') ?? headers.get('host')
  return !URL.canParse(origin) || new URL(origin).host !== host
}

/**
 * The text fields of a plain form's post, the last of each name, cut at 3,000 characters. Or the answer to give
 * instead: 403 to another site, 413 and 400 to what is no form of ours.
 */
export async function readFormPost(request: Request): Promise<Fields | Response> {
  if (isCrossSite(request)) return refuse(403, 'This form was sent from another site.')
  const body = await readBody(request)
  if (!body) return refuse(413, 'That is too much for a form.')
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  const form = await new Response(body, { headers }).formData().catch(() => null)
  return form ? textFields(form) : refuse(400, 'That is not a form.')
}

/** The body, whatever length it says it has; null as soon as it is too long. */
async function readBody({ body }: Request): Promise<Blob | null> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for await (const part of body ?? []) {
    size += part.length
    if (size > MAX_BODY_BYTES) return null
    parts.push(part)
  }
  return new Blob(parts)
}

/** Whether scripts ask: they want JSON, a plain form wants a page. */
export const wantsJson = (request: Request): boolean => request.headers.get('accept') === 'application/json'

/** The answer to scripts. Its status follows its code. */
export const jsonAnswer = (answer: Answer): Response =>
  Response.json(answer, {
    status: answer.ok ? 200 : statusOf(answer),
    headers: { 'cache-control': 'no-store', ...(!answer.ok && headersOf(answer)) },
  })

/** The answer to a plain form: go there. A path, so that it holds behind any proxy. */
export const seeOther = (path: string) => new Response(null, { status: 303, headers: { location: path } })

const refuse = (status: number, text: string) =>
  new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
