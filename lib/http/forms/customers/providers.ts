import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/auth/actor'
import { currentActor } from '@/lib/auth/current-actor'
import { ensureDeviceId } from '@/lib/auth/device'
import { finishAuthorization, outdated, startAuthorization } from '@/lib/auth/oauth/authorization'
import { findProvider } from '@/lib/auth/oauth/configured'
import { currentCookies, currentVisit, dropVisit, keepVisit } from '@/lib/auth/oauth/visit-cookies'
import { isSessionKept, keepSession } from '@/lib/auth/session-cookie'
import type { Answer } from '@/lib/contracts/answer'
import type { ProviderOutcome } from '@/lib/contracts/customers/providers'
import { returnPath } from '@/lib/domain/customers/return-path'
import { DomainError, type Failure } from '@/lib/errors'
import { finishProviderVisit, startConnecting, startProviderSignIn } from '@/lib/operations/customers/providers'
import { type Fields, readFormPost, seeOther } from '../form-post'
import { answerOf } from '../plain-form'
import { keepSentForm } from '../sent-form'
import { pageBefore } from './account'
import { enter, type Next } from './enter'

const SECURITY = '/account/security'

/** Where refusals of a visit are shown. */
interface Return {
  isConnecting: boolean
  to: string
}

/**
 * Handles the button that leads to a provider, to sign in or to connect an account there. Remembers the visit in cookies
 * and forwards the browser by a page, because the content security policy allows no form to lead to another site.
 */
export async function answerProviderStart(
  request: Request,
  { isConnecting }: Pick<Return, 'isConnecting'>,
): Promise<Response> {
  const fields = await readFormPost(request)
  if (fields instanceof Response) return fields
  const to = isConnecting ? SECURITY : returnPath(fields.to)
  const answer = await answerOf(async () => {
    const provider = findProvider(fields.provider)
    if (!provider) throw new DomainError('not_found', 'This way to sign in is not offered any more.')
    const start = isConnecting ? startConnecting : startProviderSignIn
    const started = await start.execute({ provider: provider.id, to }, await currentActor())
    if (!started.ok) return started
    const authorization = await startAuthorization(provider)
    await keepVisit({ visitId: started.visitId, isConnecting, to })
    return { ok: true, name: provider.name, ...authorization } as const
  })
  if (!answer.ok) return refuse(answer, { isConnecting, to }, fields.email)
  const response = forward(answer.name, answer.location)
  for (const cookie of answer.setCookies) response.headers.append('set-cookie', cookie)
  return response
}

/** Handles the address to which providers send people back. */
export async function answerProviderCallback(request: Request, id: string): Promise<Response> {
  const provider = findProvider(id)
  if (!provider) return new Response('There is no such provider.\n', { status: 404 })
  const visit = await currentVisit()
  let usedUp: string[] = []
  const answer = await answerOf(async () => {
    if (!visit) throw outdated(provider)
    const query = new URL(request.url).searchParams
    const { identity, setCookies } = await finishAuthorization(provider, { query, cookies: await currentCookies() })
    usedUp = setCookies
    await dropVisit()
    const actor = { ...(await currentActor()), deviceId: await ensureDeviceId(), identity }
    const outcome = await finishProviderVisit.execute({ visitId: visit.visitId }, actor)
    return outcome.ok ? nextOf(outcome, actor) : outcome
  })
  const response = answer.ok ? await goOn(answer) : await refuse(answer, visit ?? { isConnecting: false, to: '' })
  for (const cookie of usedUp) response.headers.append('set-cookie', cookie)
  response.headers.set('cache-control', 'no-store')
  return response
}

/** Stores what a visit gave in the browser. Returns the page to go on with. */
async function nextOf({ to, entered, unconfirmed, connected }: ProviderOutcome, actor: Actor): Promise<Answer<Next>> {
  if (entered) {
    const { isNew, ...rest } = entered
    return enter({ ok: true, ...rest }, { to, stay: 'yes', ...(isNew && { isNew: 'yes' }) }, actor)
  }
  if (unconfirmed) return { ok: true, next: '/register/check', values: { ...unconfirmed, to } }
  if (connected) await keepSession({ ...connected, isKept: await isSessionKept() })
  return { ok: true, next: `${SECURITY}?done=connected#providers`, values: null }
}

async function goOn({ next, values }: Next): Promise<Response> {
  // The pages after a sign-in read their values from cookies of their own paths.
  const place = next.startsWith('/register') ? '/register' : '/sign-in'
  if (values) await keepSentForm(place, { id: randomUUID().slice(0, 8), values })
  return seeOther(next)
}

async function refuse(failure: Failure, { isConnecting, to }: Return, typed = ''): Promise<Response> {
  const page = isConnecting ? SECURITY : '/sign-in'
  const before = isConnecting ? pageBefore(failure, SECURITY) : null
  if (before) return seeOther(before)
  const { message, details } = failure
  const id = randomUUID().slice(0, 8)
  const email = typeof details?.email === 'string' ? details.email : typed
  const values: Fields = isConnecting ? {} : { email, to: returnPath(to) }
  await keepSentForm(isConnecting ? '/account' : page, { id, values, refusal: { message, details } })
  return seeOther(`${page}?sent=${id}`)
}

/** Returns a page that leads on at once, with a link for browsers that do not. */
function forward(name: string, address: string): Response {
  const url = escaped(address)
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="0; url=${url}">
<title>On to ${escaped(name)}</title>
<p><a href="${url}">On to ${escaped(name)}</a></p>
</html>
`
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(html, { headers })
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
