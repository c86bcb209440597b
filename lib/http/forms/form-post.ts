import type { Answer } from '@/lib/contracts/answer'
import { textFields } from '@/lib/contracts/form-fields'
import type { RefusalName } from '@/lib/contracts/refusals'
import { env } from '@/lib/env'
import { headersOf, statusOf } from '@/lib/errors'
import { refusalPage } from '../refusal-page'

const MAX_BODY_BYTES = 20_000

/** Text fields of a form, by name. */
export type Fields = Record<string, string>

/**
 * Returns whether the browser says that the request comes from another site. Requests without `Sec-Fetch-Site` and
 * `Origin`, which in-app browsers and some proxies omit, are accepted: posts from other sites do not carry our SameSite
 * cookies.
 */
export function isCrossSite({ headers }: Request): boolean {
  const site = headers.get('sec-fetch-site')
  if (site) return site !== 'same-origin' && site !== 'none'
  const origin = headers.get('origin')
  if (!origin) return false
  if (!URL.canParse(origin)) return true
  const forwarded = headers.get('x-forwarded-host')?.split(',')[0]?.trim()
  // Also compares with NEXUS_URL, because a proxy may replace the host name.
  return ![forwarded ?? headers.get('host'), new URL(env().NEXUS_URL).host].includes(new URL(origin).host)
}

/**
 * Returns the text fields of a posted form, each shortened to 3,000 characters; if a name occurs more than once, the
 * last field counts. If the form is refused, returns the response instead: 403 for posts from another site, 413 if the
 * body is too large, 400 if it is not a form. `fromAnywhere` also accepts posts from other sites, for forms that need no
 * cookie because an unguessable field is the proof.
 */
export async function readFormPost(request: Request, { fromAnywhere = false } = {}): Promise<Fields | Response> {
  const refuse = (name: RefusalName) => refusalPage(name, { asJson: wantsJson(request) })
  if (!fromAnywhere && isCrossSite(request)) return refuse('other-site')
  const body = await readBody(request)
  if (!body) return refuse('too-large')
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  const form = await new Response(body, { headers }).formData().catch(() => null)
  return form ? textFields(form) : refuse('not-a-form')
}

/**
 * Returns the JSON of a request that a script of ours posted. Returns the response instead if it is refused: 403 for
 * posts from another site, 413 if the body is too large, 400 if it is no JSON.
 */
export async function readJsonPost(request: Request): Promise<{ body: unknown } | Response> {
  const refuse = (name: RefusalName) => refusalPage(name, { asJson: true })
  if (isCrossSite(request)) return refuse('other-site')
  if (!request.headers.get('content-type')?.startsWith('application/json')) return refuse('not-a-form')
  const body = await readBody(request)
  if (!body) return refuse('too-large')
  const text = await body.text()
  try {
    return { body: JSON.parse(text) }
  } catch {
    return refuse('not-a-form')
  }
}

/** Reads the body without trusting its declared length. Returns null as soon as it exceeds MAX_BODY_BYTES. */
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

/** Returns whether a client-side script sent the request and expects JSON. */
export const wantsJson = (request: Request): boolean => request.headers.get('accept') === 'application/json'

/** Returns the answer as a JSON response for client-side scripts, with the HTTP status that corresponds to its code. */
export const jsonAnswer = (answer: Answer): Response =>
  Response.json(answer, {
    status: answer.ok ? 200 : statusOf(answer),
    headers: { 'cache-control': 'no-store', ...(!answer.ok && headersOf(answer)) },
  })

/**
 * Returns a redirect for a form that was submitted without a script. The location is only a path, so that it works
 * behind any proxy.
 */
export const seeOther = (path: string) => new Response(null, { status: 303, headers: { location: path } })

const COOKIE_GIVEN = 'cookie'

/** Redirects a post to the same address, to find out whether the browser sends the cookie that this response sets. */
export function postAgain(request: Request): Response {
  const { pathname } = new URL(request.url)
  return new Response(null, { status: 307, headers: { location: `${pathname}?${COOKIE_GIVEN}=given` } })
}

/** Returns whether this request is the repetition that `postAgain` asked for. */
export const isPostedAgain = (request: Request): boolean => new URL(request.url).searchParams.has(COOKIE_GIVEN)
