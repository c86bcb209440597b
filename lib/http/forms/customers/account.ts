import type { Actor } from '@/lib/auth/actor'
import { currentActor } from '@/lib/auth/current-actor'
import { renewSessionCookie } from '@/lib/auth/session'
import type { Answer } from '@/lib/contracts/answer'
import { returnPath } from '@/lib/domain/customers/return-path'
import type { Failure } from '@/lib/errors'
import { restoreCart } from '@/lib/operations/cart'
import * as account from '@/lib/operations/customers/account'
import { removePasskey } from '@/lib/operations/customers/passkeys'
import { deleteAccount, downloadExport, exportData } from '@/lib/operations/customers/personal-data'
import { disconnectProvider } from '@/lib/operations/customers/providers'
import { changePassword, confirmPerson, endOtherSessions, endSession } from '@/lib/operations/customers/sign-in'
import { orderAgain } from '@/lib/operations/orders'
import { deleteReview } from '@/lib/operations/reviews'
import { jsonAnswer } from '../form-post'
import { answerForm, answerOf } from '../plain-form'
import { type AccountForm, form, type Next } from './account-form'
import { forgetPerson } from './forget'
import { TOKEN_FORMS } from './tokens'
import { WISHLIST_FORMS } from './wishlists'

const ADDRESSES = '/account/addresses'
const PROFILE = '/account/profile'
const SECURITY = '/account/security'
const ADDRESS_FIELDS = ['id', 'firstName', 'lastName', 'street', 'extra', 'postcode', 'city', 'country', 'isDefault']

/** The forms of /account, by the last segment of their address. `?done=` tells the next page what was done. */
const FORMS: Record<string, AccountForm> = {
  name: form(PROFILE, ['name'], account.rename, () => `${PROFILE}?done=name`),
  notice: form(PROFILE, [], account.setNotice, () => `${PROFILE}?done=notice#notices`),
  email: form(PROFILE, ['email'], account.changeEmail, () => PROFILE),
  'keep-email': form(PROFILE, [], account.keepEmail, () => PROFILE),
  address: form(`${ADDRESSES}/edit`, ADDRESS_FIELDS, account.saveAddress, () => `${ADDRESSES}?done=address`),
  'delete-address': {
    page: ADDRESSES,
    keep: [],
    run: async (fields, actor) => {
      const answer = await account.deleteAddress.execute(fields, actor)
      if (!answer.ok || !answer.deleted) return answer.ok ? { ok: true, next: ADDRESSES } : answer
      const { address, isDefault, isInvoiceDefault } = answer.deleted
      const values = {
        ...address,
        extra: address.extra ?? '',
        ...(isDefault && { isDefault: 'yes' }),
        ...(isInvoiceDefault && { isInvoiceDefault: 'yes' }),
        ...(answer.newDefault && { newDefault: answer.newDefault.address.street }),
      }
      return { ok: true, next: `${ADDRESSES}?done=deleted`, values }
    },
  },
  claim: form(
    '/account/orders/claim',
    ['number', 'email'],
    account.claimOrder,
    () => '/account/orders/claim?done=sent',
  ),
  again: {
    page: '/account/orders',
    keep: [],
    run: async (fields, actor) => {
      const answer = await orderAgain.execute(fields, actor)
      return answer.ok ? { ok: true, next: '/cart' } : answer
    },
  },
  'end-session': form(SECURITY, [], endSession, () => `${SECURITY}?done=session#sessions`),
  'end-sessions': form(SECURITY, [], endOtherSessions, () => `${SECURITY}?done=sessions#sessions`),
  password: {
    page: `${SECURITY}/password`,
    keep: [],
    run: async (fields, actor) => {
      const answer = await changePassword.execute(fields, actor)
      if (!answer.ok) return answer
      await renewSessionCookie(answer.token)
      return { ok: true, next: `${SECURITY}?done=password` }
    },
  },
  'remove-passkey': form(SECURITY, [], removePasskey, () => `${SECURITY}?done=passkey-removed`),
  disconnect: form(SECURITY, [], disconnectProvider, () => `${SECURITY}?done=disconnected#providers`),
  'start-totp': form(SECURITY, [], account.startTotp, () => `${SECURITY}/app`),
  'confirm-totp': {
    page: `${SECURITY}/app`,
    keep: [],
    run: async (fields, actor) => {
      const answer = await account.confirmTotp.execute(fields, actor)
      if (!answer.ok) return answer
      await renewSessionCookie(answer.token)
      return shownCodes(answer.codes, actor)
    },
  },
  'renew-codes': {
    page: SECURITY,
    keep: [],
    run: async (fields, actor) => {
      const answer = await account.renewRecoveryCodes.execute(fields, actor)
      return answer.ok ? shownCodes(answer.codes, actor) : answer
    },
  },
  'remove-totp': form(`${SECURITY}/app`, [], account.removeTotp, () => `${SECURITY}?done=app-off`),
  ...WISHLIST_FORMS,
  'restore-cart': form('/cart', [], restoreCart, () => '/cart'),
  export: form('/account/data', [], exportData, () => '/account/data'),
  delete: {
    page: '/account/data/delete',
    keep: [],
    run: async (fields, actor) => {
      const answer = await deleteAccount.execute(fields, actor)
      if (!answer.ok) return answer
      await forgetPerson()
      return { ok: true, next: '/sign-in/out' }
    },
  },
  'delete-review': form('/account/reviews', [], deleteReview, () => '/account/reviews?done=deleted'),
  ...TOKEN_FORMS,
  confirm: {
    page: '/account/confirm',
    keep: ['to'],
    run: async (fields, actor) => {
      const answer = await confirmPerson.execute(fields, actor)
      return answer.ok ? { ok: true, next: returnPath(fields.to) } : answer
    },
  },
}

/** Recovery codes are shown on the next page, once, and only to the person whose they are. */
const shownCodes = (codes: string[], actor: Actor): Answer<Next> => ({
  ok: true,
  next: `${SECURITY}/codes`,
  values: { codes: codes.join(' '), codesOf: actor.customer?.userId ?? '' },
})

/** Returns the page on which somebody has to show who they are before a form of `page`; null if that is not what is missing. */
export function pageBefore({ code }: Failure, page: string): string | null {
  const to = new URLSearchParams({ to: page })
  if (code === 'proof_needed') return `/account/confirm?${to}`
  return code === 'signed_out' ? `/sign-in?${to}` : null
}

/**
 * Handles the forms of /account. Unknown names are a 404. Who has to show that it is still them is led to the page for
 * that; who is signed out, to the sign-in page.
 */
export async function answerAccountForm(request: Request, name: string): Promise<Response> {
  const form = Object.hasOwn(FORMS, name) ? FORMS[name] : undefined
  if (!form) return new Response('There is no such form.\n', { status: 404 })
  return answerForm(request, {
    page: form.page,
    place: '/account',
    keep: form.keep,
    run: async (fields): Promise<Answer<Next>> => {
      const answer = await form.run(fields, await currentActor())
      if (answer.ok) return answer
      const page = typeof form.page === 'string' ? form.page : form.page(fields)
      const instead = pageBefore(answer, page)
      return instead === null ? answer : { ok: true, next: instead }
    },
    next: ({ next }) => next,
    carry: ({ values }) => values ?? null,
  })
}

/** Returns the file of an export as a download; a JSON error if the caller may not have it. */
export async function answerExportDownload(id: string): Promise<Response> {
  const answer = await answerOf(async () => downloadExport.execute({ id }, await currentActor()))
  if (!answer.ok) return jsonAnswer(answer)
  return new Response(answer.json, {
    headers: {
      'cache-control': 'private, no-store',
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="nexus-data.json"',
    },
  })
}
