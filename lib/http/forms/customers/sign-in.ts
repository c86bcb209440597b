import type { Actor } from '@/lib/auth/actor'
import { currentActor } from '@/lib/auth/current-actor'
import { ensureDeviceId } from '@/lib/auth/device'
import type { Answer } from '@/lib/contracts/answer'
import { joinedSchema, linkRequestSchema } from '@/lib/contracts/customers'
import { returnPath } from '@/lib/domain/customers/return-path'
import type { Failure } from '@/lib/errors'
import * as customers from '@/lib/operations/customers/sign-in'
import { type Fields, readFormPost, seeOther } from '../form-post'
import { answerForm, answerOf } from '../plain-form'
import { readSentForm } from '../sent-form'
import { enter, type Next } from './enter'
import { forgetPerson } from './forget'

const GATE = '/sign-in'
const REGISTER = '/register'

interface SignInForm {
  /** The page that shows the form, and again if it is refused. */
  page: string
  keep: readonly string[]
  run: (fields: Fields, actor: Actor) => Promise<Answer<Next>>
}

/** The forms of /sign-in, by the last segment of their address. */
const SIGN_IN_FORMS: Record<string, SignInForm> = {
  continue: {
    page: '/sign-in',
    keep: ['email', 'to'],
    run: async ({ email = '', to = '' }) => {
      const parsed = linkRequestSchema.shape.email.safeParse(email)
      if (!parsed.success) return fieldError('email', parsed.error.issues[0]?.message)
      return { ok: true, next: '/sign-in/password', values: { email: parsed.data, to } }
    },
  },
  password: {
    page: '/sign-in/password',
    keep: ['email', 'to', 'stay'],
    run: async (fields, actor) => enter(await customers.signIn.execute(fields, actor), fields, actor),
  },
  link: {
    page: '/sign-in/password',
    keep: ['email', 'to'],
    run: async ({ email = '', to = '' }, actor) => {
      const sent = await customers.requestLink.execute({ kind: 'sign_in_link', email }, actor)
      return sent.ok ? { ok: true, next: '/sign-in/sent', values: { email, to, kind: 'link' } } : sent
    },
  },
  open: {
    page: '/sign-in/link',
    keep: ['token'],
    run: async (fields, actor) => enter(await customers.signInByLink.execute(fields, actor), fields, actor),
  },
  forgot: {
    page: '/sign-in/forgot',
    keep: ['email', 'to'],
    run: async ({ email = '', to = '' }, actor) => {
      const sent = await customers.requestLink.execute({ kind: 'password_reset', email }, actor)
      return sent.ok ? { ok: true, next: '/sign-in/sent', values: { email, to, kind: 'forgot' } } : sent
    },
  },
  reset: {
    page: '/sign-in/new-password',
    keep: ['token'],
    run: async (fields, actor) => enter(await customers.resetPassword.execute(fields, actor), fields, actor),
  },
  code: {
    page: '/sign-in/code',
    keep: ['challengeId', 'to', 'stay'],
    run: async (fields, actor) => {
      const { challengeId, code, to } = fields
      return enter(await customers.finishSignIn.execute({ challengeId, factor: { code }, to }, actor), fields, actor)
    },
  },
  recovery: {
    page: '/sign-in/recovery',
    keep: ['challengeId', 'to', 'stay'],
    run: async (fields, actor) => {
      const { challengeId, recoveryCode, to } = fields
      const factor = { recoveryCode }
      return enter(await customers.finishSignIn.execute({ challengeId, factor, to }, actor), fields, actor)
    },
  },
}

/** The forms of /register, by the last segment of their address. */
const REGISTER_FORMS: Record<string, SignInForm> = {
  start: {
    page: '/register',
    keep: ['email', 'name', 'news', 'to'],
    run: async (fields, actor) => {
      const sent = await customers.register.execute(fields, actor)
      if (!sent.ok) return sent
      const { email = '', name = '', to = '' } = fields
      return { ok: true, next: '/register/check', values: { challengeId: sent.challengeId, email, name, to } }
    },
  },
  code: {
    page: '/register/check',
    keep: ['challengeId', 'email', 'name', 'to'],
    run: async (fields, actor) => {
      const { challengeId, code } = fields
      const answer = await customers.confirmRegistrationByCode.execute({ challengeId, code }, actor)
      return enter(answer, { ...fields, stay: 'yes', isNew: 'yes' }, actor)
    },
  },
  confirm: {
    page: '/register/confirm',
    keep: ['token'],
    run: async (fields, actor) => {
      const answer = await customers.confirmRegistrationByLink.execute(fields, actor)
      return enter(answer, { ...fields, stay: 'yes', isNew: 'yes' }, actor)
    },
  },
}

/** Handles the forms of /sign-in. Unknown names are a 404. */
export const answerSignInForm = (request: Request, name: string): Promise<Response> =>
  name === 'sign-out' ? answerSignOut(request) : answerGateForm(request, SIGN_IN_FORMS, { name, place: GATE })

/** Handles the forms of /register. Unknown names are a 404. */
export const answerRegisterForm = (request: Request, name: string): Promise<Response> =>
  answerGateForm(request, REGISTER_FORMS, { name, place: REGISTER })

async function answerGateForm(
  request: Request,
  forms: Record<string, SignInForm>,
  { name, place }: { name: string; place: string },
): Promise<Response> {
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined
  if (!form) return new Response('There is no such form.\n', { status: 404 })
  return answerForm(request, {
    page: form.page,
    place,
    keep: form.keep,
    run: async (fields) => form.run(fields, { ...(await currentActor()), deviceId: await ensureDeviceId() }),
    next: ({ next }) => next,
    carry: ({ values }) => values,
  })
}

function fieldError(field: string, message = 'Please check this.'): Failure {
  return { ok: false, code: 'invalid_input', message, fieldErrors: { [field]: message } }
}

/**
 * Ends the session of this browser, and makes it forget the cart, which stays in the account. If the database is down,
 * the browser forgets the session all the same.
 */
async function answerSignOut(request: Request): Promise<Response> {
  const fields = await readFormPost(request)
  if (fields instanceof Response) return fields
  await answerOf(async () => customers.signOut.execute({}, await currentActor()))
  await forgetPerson()
  return seeOther('/sign-in/out')
}

/** Returns what joined the account that has just been entered, and the page to go on with; null if there is nothing. */
export async function readJoined() {
  const { values } = await readSentForm(undefined)
  const joined = values.joined ? joinedSchema.safeParse(JSON.parse(values.joined)).data : undefined
  return joined ? { joined, next: returnPath(values.next), isNew: values.isNew === 'yes' } : null
}
