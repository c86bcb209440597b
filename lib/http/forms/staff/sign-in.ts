import type { Actor } from '@/lib/auth/actor'
import { currentActor } from '@/lib/auth/current-actor'
import { ensureDeviceId } from '@/lib/auth/device'
import { dropStaffSession, keepStaffSession } from '@/lib/auth/staff/cookie'
import type { Answer } from '@/lib/contracts/answer'
import type { StaffEntered } from '@/lib/contracts/staff'
import { OFFICE, officePath } from '@/lib/domain/staff/office-path'
import * as staff from '@/lib/operations/staff/sign-in'
import { type Fields, readFormPost, seeOther } from '../form-post'
import { answerForm, answerOf } from '../plain-form'

const GATE = '/admin/sign-in'

/** Where a form of the office leads, and what the next page needs to know. */
export interface OfficeNext {
  next: string
  values?: Fields
}

interface GateForm {
  /** The page that shows the form, and again if it is refused. */
  page: string
  keep: readonly string[]
  run: (fields: Fields, actor: Actor) => Promise<Answer<OfficeNext>>
}

/** The forms of the office's sign-in, by the last segment of their address. */
const FORMS: Record<string, GateForm> = {
  password: {
    page: GATE,
    keep: ['email', 'to'],
    run: async (fields, actor) => enterOffice(await staff.signIn.execute(fields, actor), fields, actor),
  },
  code: {
    page: `${GATE}/code`,
    keep: ['challengeId', 'to'],
    run: async (fields, actor) => {
      const { challengeId, code } = fields
      return enterOffice(await staff.finishSignIn.execute({ challengeId, factor: { code } }, actor), fields, actor)
    },
  },
  recovery: {
    page: `${GATE}/recovery`,
    keep: ['challengeId', 'to'],
    run: async (fields, actor) => {
      const { challengeId, recoveryCode } = fields
      const factor = { recoveryCode }
      return enterOffice(await staff.finishSignIn.execute({ challengeId, factor }, actor), fields, actor)
    },
  },
  accept: {
    page: '/admin/invitation',
    keep: ['token', 'name', 'email'],
    run: async (fields, actor) => enterOffice(await staff.accept.execute(fields, actor), fields, actor),
  },
}

/** Handles the forms with which somebody enters or leaves the office. Unknown names are a 404. */
export async function answerOfficeGate(request: Request, name: string): Promise<Response> {
  if (name === 'sign-out') return answerSignOut(request)
  const form = Object.hasOwn(FORMS, name) ? FORMS[name] : undefined
  if (!form) return new Response('There is no such form.\n', { status: 404 })
  return answerForm(request, {
    page: form.page,
    place: OFFICE,
    keep: form.keep,
    run: async (fields) => form.run(fields, { ...(await currentActor()), deviceId: await ensureDeviceId() }),
    next: ({ next }) => next,
    carry: ({ values }) => values ?? null,
  })
}

/**
 * Stores a new office session in the browser, and ends the one that it had. Leads to the page that the person wanted, or
 * to the second factor. Who has none is led by every page to where one is set up.
 */
export async function enterOffice(
  answer: Answer<StaffEntered>,
  { to = '' }: Fields,
  actor: Actor,
): Promise<Answer<OfficeNext>> {
  if (!answer.ok) return answer
  const { session, secondFactor, needsPasskey } = answer
  if (needsPasskey) return { ok: true, next: `${GATE}?needs=passkey` }
  if (secondFactor) return { ok: true, next: `${GATE}/code`, values: { challengeId: secondFactor, to } }
  if (!session) throw new Error('A sign-in gave neither a session nor a second factor.')
  if (actor.staff) await staff.signOut.execute({}, actor)
  await keepStaffSession(session)
  return { ok: true, next: officePath(to) }
}

/** Ends the office session. If the database is down, the browser forgets it all the same. */
async function answerSignOut(request: Request): Promise<Response> {
  const fields = await readFormPost(request)
  if (fields instanceof Response) return fields
  await answerOf(async () => staff.signOut.execute({}, await currentActor()))
  await dropStaffSession()
  return seeOther(`${GATE}?done=out`)
}
