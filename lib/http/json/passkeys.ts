import { z } from 'zod'
import type { Actor } from '@/lib/auth/actor'
import { currentActor } from '@/lib/auth/current-actor'
import { ensureDeviceId } from '@/lib/auth/device'
import { renewStaffCookie } from '@/lib/auth/staff/session'
import type { Answer } from '@/lib/contracts/answer'
import {
  addPasskey,
  signInByPasskey,
  startPasskeyRegistration,
  startPasskeySignIn,
} from '@/lib/operations/customers/passkeys'
import * as security from '@/lib/operations/staff/security'
import { signInByPasskey as staffSignIn } from '@/lib/operations/staff/sign-in'
import { enter } from '../forms/customers/enter'
import { jsonAnswer, readJsonPost } from '../forms/form-post'
import { answerOf } from '../forms/plain-form'
import { keepSentForm } from '../forms/sent-form'
import { enterOffice } from '../forms/staff/sign-in'

const toSchema = z.object({ to: z.string().optional() })

/** The steps of the ceremonies, by the path of their address. */
const STEPS: Record<string, (body: unknown, actor: Actor) => Promise<Answer>> = {
  'sign-in/start': (_, actor) => startPasskeySignIn.execute({}, actor),
  'sign-in/finish': finishSignIn,
  'account/start': (_, actor) => startPasskeyRegistration.execute({}, actor),
  'account/finish': async (body, actor) => {
    const added = await addPasskey.execute(body, actor)
    return added.ok ? { ok: true, next: '/account/security?done=passkey' } : added
  },
  'office/start': (_, actor) => startPasskeySignIn.execute({}, actor),
  'office/finish': async (body, actor) => {
    const browser = { ...actor, deviceId: await ensureDeviceId() }
    return enterOffice(await staffSignIn.execute(body, browser), toSchema.catch({}).parse(body), browser)
  },
  'office-security/start': (_, actor) => security.startPasskeyRegistration.execute({}, actor),
  'office-security/finish': async (body, actor) => {
    const added = await security.addPasskey.execute(body, actor)
    if (!added.ok) return added
    await renewStaffCookie(added.token)
    return { ok: true, next: '/admin/security?done=passkey' }
  },
}

/** Handles one step of a passkey ceremony as JSON: `sign-in/start`, for example. */
export async function answerPasskeyStep(request: Request, step: string): Promise<Response> {
  const post = await readJsonPost(request)
  if (post instanceof Response) return post
  const run = Object.hasOwn(STEPS, step) ? STEPS[step] : undefined
  if (!run) return new Response('There is no such step.\n', { status: 404 })
  return jsonAnswer(await answerOf(async () => run(post.body, await currentActor())))
}

async function finishSignIn(body: unknown, actor: Actor): Promise<Answer<{ next: string }>> {
  const browser = { ...actor, deviceId: await ensureDeviceId() }
  const entered = await signInByPasskey.execute(body, browser)
  const { to } = toSchema.catch({}).parse(body)
  const answer = await enter(entered, { stay: 'yes', ...(to !== undefined && { to }) }, browser)
  if (!answer.ok) return answer
  if (answer.values) await keepSentForm('/sign-in', { id: 'joined', values: answer.values })
  return { ok: true, next: answer.next }
}
