import type { Answer } from '@/lib/contracts/answer'
import { textFields } from '@/lib/contracts/form-fields'
import type { RefusalName } from '@/lib/contracts/refusals'
import { env } from '@/lib/env'
import { headersOf, statusOf } from '@/lib/errors'
import { refusalPage } from '../refusal-page'

const MAX_BODY_BYTES = 20_000

/** Text fields of a form by name. */
export type Fields = Record<string, string>

/**
 * Returns whether the browser says that the request comes from another site. In-app browsers and some proxies omit both
 * headers. Requests without them are accepted, because posts from other sites do not carry our SameSite cookies.
 */
export function isCrossSite({ headers }: Request): boolean {
  const site = headers.get('sec-fetch-site')
  if (site) return site !== 'same-origin' && site !== 'none'
  const origin = headers.get('origin')
  if (!origin) return false
  if (!URL.canParse(origin)) return true
  const forwarded = headers.get('x-forwarded-host')?.split(',')[0]?.trim()
  // Also compares NEXUS_URL, because a proxy may send its own host name.
  return ![forwarded ?? headers.get('host'), new URL(env().NEXUS_URL).host].includes(new URL(origin).host)
}

/**
 * Reads the text fields of a posted form: the last one of each name, cut at 3,000 characters. Otherwise returns the
 * answer: 403 to another site, 413 if the body is too large, 400 if it is not a form.
 */
export async function readFormPost(request: Request): Promise<Fields | Response> {
  const refuse = (name: RefusalName) => refusalPage(name, { asJson: wantsJson(request) })
  if (isCrossSite(request)) return refuse('other-site')
  const body = await readBody(request)
  if (!body) return refuse('too-large')
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  const form = await new Response(body, { headers }).formData().catch(() => null)
  return form ? textFields(form) : refuse('not-a-form')
}

/** Reads the body, ignoring its declared length. Returns null as soon as it is too long. */
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

/** Returns whether a script sent the request and expects JSON. */
export const wantsJson = (request: Request): boolean => request.headers.get('accept') === 'application/json'

/** Returns the JSON answer for scripts, with the HTTP status of its code. */
export const jsonAnswer = (answer: Answer): Response =>
  Response.json(answer, {
    status: answer.ok ? 200 : statusOf(answer),
    headers: { 'cache-control': 'no-store', ...(!answer.ok && headersOf(answer)) },
  })

/** Returns a redirect for a plain form. The location is a path, so that it works behind any proxy. */
export const seeOther = (path: string) => new Response(null, { status: 303, headers: { location: path } })

const COOKIE_GIVEN = 'cookie'

/** Redirects the post to the same address, to see whether the browser then sends the cookie set by this answer. */
export function postAgain(request: Request): Response {
  const { pathname } = new URL(request.url)
  return new Response(null, { status: 307, headers: { location: `${pathname}?${COOKIE_GIVEN}=given` } })
}

/** Returns whether the request was repeated by `postAgain`. */
export const isPostedAgain = (request: Request): boolean => new URL(request.url).searchParams.has(COOKIE_GIVEN)
