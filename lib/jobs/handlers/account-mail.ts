import { env } from '@/lib/env'
import {
  alreadyRegisteredMail,
  claimOrderMail,
  confirmRegistrationMail,
  noAccountMail,
  resetPasswordMail,
  signInLinkMail,
} from '@/lib/mail/account'
import type { Content, Trader } from '@/lib/mail/layout'
import { deletionDoneMail, deletionPlannedMail, exportReadyMail } from '@/lib/mail/personal-data'
import { confirmNoticeMail } from '@/lib/mail/saved'
import {
  confirmEmailMail,
  emailChangedMail,
  newSignInMail,
  passwordChangedMail,
  recoveryCodeUsedMail,
} from '@/lib/mail/security'
import { sendMail } from '@/lib/mail/send'
import { skuOfRequest } from '@/lib/services/customers/notices/stock-notices'
import {
  type ChallengeKind,
  challengeCode,
  challengeToken,
  findChallenge,
} from '@/lib/services/customers/sign-in/challenges'
import { findUser, hasAccount } from '@/lib/services/customers/sign-in/registration'
import { readSettings } from '@/lib/services/settings'
import type { JobData } from '../queues'
import { offerOf } from './saved-mail'

const address = (path: string) => new URL(path, env().NEXUS_URL).href

/** Sends the mail of a challenge. A challenge that has been met or deleted meanwhile needs none. */
export async function sendAccountMail({ challengeId }: JobData<'mail.account'>): Promise<void> {
  const challenge = await findChallenge(challengeId)
  if (!challenge) return
  const { kind, email, data } = challenge
  if (kind === 'stock_notice') return askGuest({ challengeId, email, sku: skuOfRequest(data) })
  const [isKnown, { trader }] = await Promise.all([hasAccount(email), readSettings()])
  const mail = contentOf({ kind, challengeId, hasAccount: isKnown, trader })
  await sendMail({ id: `account-${challengeId}`, to: email, ...mail })
}

/** Asks a guest to confirm that they want to hear of a SKU. If it is not sold any more, there is nothing to ask. */
async function askGuest({ challengeId, email, sku }: { challengeId: string; email: string; sku: string }) {
  const [offered, { trader }] = await Promise.all([offerOf(sku), readSettings()])
  if (!offered) return
  const link = address(`/tell-me-when/confirm?token=${challengeToken(challengeId)}`)
  await sendMail({ id: `account-${challengeId}`, to: email, ...confirmNoticeMail({ ...offered, link }, trader) })
}

interface Challenge {
  kind: ChallengeKind
  challengeId: string
  hasAccount: boolean
  trader: Trader
}

function contentOf({ kind, challengeId, hasAccount, trader }: Challenge): Content {
  const link = (path: string) => address(`${path}?token=${challengeToken(challengeId)}`)
  if (kind === 'email_change')
    return hasAccount
      ? alreadyRegisteredMail({ link: address('/sign-in') }, trader)
      : confirmEmailMail({ link: link('/account-link/email') }, trader)
  if (kind === 'order_claim') return claimOrderMail({ link: link('/account-link/order') }, trader)
  if (kind === 'registration')
    return hasAccount
      ? alreadyRegisteredMail({ link: address('/sign-in') }, trader)
      : confirmRegistrationMail({ link: link('/register/confirm'), code: challengeCode(challengeId) }, trader)
  if (!hasAccount) return noAccountMail({ link: address('/register') }, trader)
  if (kind === 'sign_in_link') return signInLinkMail({ link: link('/sign-in/link') }, trader)
  return resetPasswordMail({ link: link('/sign-in/new-password') }, trader)
}

/** Tells a person that their account has changed. */
export async function sendAccountNotice({
  id,
  userId,
  notice,
  device,
  place,
  at,
  to,
  until,
}: JobData<'mail.account-notice'>): Promise<void> {
  const [user, { trader }] = await Promise.all([findUser(userId), readSettings()])
  if (!user) return // the account was deleted meanwhile
  const link = address('/sign-in/forgot')
  const mails = {
    password_changed: () => passwordChangedMail({ link }, trader),
    email_changed: () => emailChangedMail({ email: user.email, isFormer: to !== undefined, link }, trader),
    recovery_code_used: () => recoveryCodeUsedMail({ left: null, link }, trader),
    export_ready: () => exportReadyMail({ link: address('/account/data'), expiresAt: new Date(until ?? 0) }, trader),
    deletion_planned: () =>
      deletionPlannedMail({ at: user.deletionAt ?? new Date(), link: address('/sign-in') }, trader),
    new_device: () =>
      newSignInMail(
        { device: device ?? 'Unknown device', place: place ?? null, at: at ? new Date(at) : null, link },
        trader,
      ),
  }
  await sendMail({ id: `account-notice-${id}`, to: to ?? user.email, ...mails[notice]() })
}

/** Tells a person that their account was deleted. */
export async function sendDeletionNotice({ id, to }: JobData<'mail.account-deleted'>): Promise<void> {
  const { trader } = await readSettings()
  await sendMail({ id: `account-deleted-${id}`, to, ...deletionDoneMail(trader) })
}
