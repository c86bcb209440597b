import { z } from 'zod'
import type { Actor } from '@/lib/auth/actor'
import { currentActor } from '@/lib/auth/current-actor'
import { renewStaffCookie } from '@/lib/auth/staff/session'
import type { Answer } from '@/lib/contracts/answer'
import { OFFICE, officePath } from '@/lib/domain/staff/office-path'
import { PERMISSIONS, permissionField } from '@/lib/domain/staff/permissions'
import * as people from '@/lib/operations/staff/people'
import * as security from '@/lib/operations/staff/security'
import { confirmPerson } from '@/lib/operations/staff/sign-in'
import type { Fields } from '../form-post'
import { answerForm } from '../plain-form'
import type { OfficeNext } from './sign-in'

interface OfficeForm {
  /** Returns the page that shows the form, and again if it is refused. `of` is the id in the form's address, or ''. */
  page: (of: string) => string
  keep: readonly string[]
  run: (fields: Fields, actor: Actor) => Promise<Answer<OfficeNext>>
}

interface Runnable {
  execute(input: unknown, actor: Actor): Promise<Answer>
}

const STAFF = '/admin/staff'
const ROLES = '/admin/staff/roles'
const SECURITY = '/admin/security'
const FACTOR = '/admin/security/factor'
const CONFIRM = '/admin/confirm'

/** Fields that are kept while somebody shows that it is them. */
const TYPED = ['id', 'name', 'refundLimit', 'email', 'roleId', ...PERMISSIONS.map(permissionField)]

const typedIn = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => TYPED.includes(name)))

/** The forms of the office, by the last segment of their address. `?done=` tells the next page what was done. */
const FORMS: Record<string, OfficeForm> = {
  invite: form(() => STAFF, ['email', 'roleId'], people.invite, `${STAFF}?done=invited`),
  'withdraw-invitation': form(() => STAFF, [], people.withdrawInvitation, `${STAFF}?done=withdrawn`),
  'reset-member': form(() => STAFF, [], people.resetMember, `${STAFF}?done=reset`),
  'change-member': form(() => STAFF, [], people.changeMember, `${STAFF}?done=changed`),
  'switch-member': form(() => STAFF, [], people.switchMember, `${STAFF}?done=changed`),
  'save-role': form(
    (id) => `${ROLES}/${id || 'new'}`,
    ['id', 'name', 'refundLimit', ...PERMISSIONS.map(permissionField)],
    people.saveRole,
    `${ROLES}?done=saved`,
  ),
  'delete-role': form((id) => `${ROLES}/${id || 'new'}`, [], people.deleteRole, `${ROLES}?done=deleted`),
  'start-totp': form(() => FACTOR, [], security.startTotp, `${SECURITY}/app`),
  'confirm-totp': {
    page: () => `${SECURITY}/app`,
    keep: [],
    run: async (fields, actor) => {
      const answer = await security.confirmTotp.execute(fields, actor)
      if (!answer.ok) return answer
      await renewStaffCookie(answer.token)
      return shownCodes(answer.codes, actor)
    },
  },
  'renew-codes': {
    page: () => SECURITY,
    keep: [],
    run: async (fields, actor) => {
      const answer = await security.renewRecoveryCodes.execute(fields, actor)
      return answer.ok ? shownCodes(answer.codes, actor) : answer
    },
  },
  'remove-totp': form(() => `${SECURITY}/app`, [], security.removeTotp, `${SECURITY}?done=app-off`),
  'remove-passkey': form(() => SECURITY, [], security.removePasskey, `${SECURITY}?done=passkey-removed`),
  password: {
    page: () => `${SECURITY}/password`,
    keep: [],
    run: async (fields, actor) => {
      const answer = await security.changePassword.execute(fields, actor)
      if (!answer.ok) return answer
      await renewStaffCookie(answer.token)
      return { ok: true, next: `${SECURITY}?done=password` }
    },
  },
  'end-session': form(() => SECURITY, [], security.endSession, `${SECURITY}?done=session`),
  'end-sessions': form(() => SECURITY, [], security.endOtherSessions, `${SECURITY}?done=sessions`),
  confirm: {
    page: () => CONFIRM,
    keep: ['to', ...TYPED],
    run: async (fields, actor) => {
      const answer = await confirmPerson.execute(fields, actor)
      return answer.ok ? { ok: true, next: officePath(fields.to), values: typedIn(fields) } : answer
    },
  },
}

function form(page: OfficeForm['page'], keep: readonly string[], operation: Runnable, next: string): OfficeForm {
  return {
    page,
    keep,
    run: async (fields, actor) => {
      const answer = await operation.execute(fields, actor)
      return answer.ok ? { ok: true, next } : answer
    },
  }
}

/** Recovery codes are shown on the next page, once, and only to the person whose they are. */
const shownCodes = (codes: string[], actor: Actor): Answer<OfficeNext> => ({
  ok: true,
  next: `${SECURITY}/codes`,
  values: { codes: codes.join(' '), codesOf: actor.staff?.userId ?? '' },
})

/**
 * Handles the forms of the office. Unknown names are a 404. Who has to show that it is still them, has no second factor
 * yet, or is signed out, is led to the page for that.
 */
export async function answerOfficeForm(request: Request, name: string): Promise<Response> {
  const form = Object.hasOwn(FORMS, name) ? FORMS[name] : undefined
  if (!form) return new Response('There is no such form.\n', { status: 404 })
  const of = z.uuid().safeParse(new URL(request.url).searchParams.get('of'))
  const page = form.page(of.success ? of.data : '')
  return answerForm(request, {
    page,
    place: OFFICE,
    keep: form.keep,
    run: async (fields): Promise<Answer<OfficeNext>> => {
      const actor = await currentActor()
      const answer = await form.run(fields, actor)
      if (answer.ok) return answer
      const to = new URLSearchParams({ to: page })
      if (answer.code === 'proof_needed') return { ok: true, next: `${CONFIRM}?${to}`, values: typedIn(fields) }
      if (answer.code === 'signed_out') return { ok: true, next: `/admin/sign-in?${to}` }
      if (answer.code === 'factor_needed' && actor.staff?.aal === 1 && page !== FACTOR)
        return { ok: true, next: FACTOR }
      return answer
    },
    next: ({ next }) => next,
    carry: ({ values }) => values ?? null,
  })
}
