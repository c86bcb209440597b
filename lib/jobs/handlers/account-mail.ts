import { env } from '@/lib/env'
import {
  alreadyRegisteredMail,
  claimOrderMail,
  confirmEmailMail,
  confirmRegistrationMail,
  emailChangedMail,
  newDeviceMail,
  noAccountMail,
  passwordChangedMail,
  recoveryCodeUsedMail,
  resetPasswordMail,
  signInLinkMail,
} from '@/lib/mail/account'
import type { Content } from '@/lib/mail/layout'
import { sendMail } from '@/lib/mail/send'
import {
  type ChallengeKind,
  challengeCode,
  challengeToken,
  findChallenge,
} from '@/lib/services/customers/sign-in/challenges'
import { findUser, hasAccount } from '@/lib/services/customers/sign-in/registration'
import type { JobData } from '../queues'

const address = (path: string) => new URL(path, env().NEXUS_URL).href

/** Sends the mail of a challenge. A challenge that has been met or deleted meanwhile needs none. */
export async function sendAccountMail({ challengeId }: JobData<'mail.account'>): Promise<void> {
  const challenge = await findChallenge(challengeId)
  if (!challenge) return
  const { kind, email } = challenge
  const mail = contentOf(kind, challengeId, await hasAccount(email))
  await sendMail({ id: `account-${challengeId}`, to: email, ...mail })
}

function contentOf(kind: ChallengeKind, challengeId: string, hasAccount: boolean): Content {
  const link = (path: string) => address(`${path}?token=${challengeToken(challengeId)}`)
  if (kind === 'email_change') return confirmEmailMail({ link: link('/account-link/email') })
  if (kind === 'order_claim') return claimOrderMail({ link: link('/account-link/order') })
  if (kind === 'registration')
    return hasAccount
      ? alreadyRegisteredMail({ link: address('/sign-in') })
      : confirmRegistrationMail({ link: link('/register/confirm'), code: challengeCode(challengeId) })
  if (!hasAccount) return noAccountMail({ link: address('/register') })
  if (kind === 'sign_in_link') return signInLinkMail({ link: link('/sign-in/link') })
  return resetPasswordMail({ link: link('/sign-in/new-password') })
}

/** Tells a person that their account has changed. */
export async function sendAccountNotice({
  id,
  userId,
  notice,
  device,
  to,
}: JobData<'mail.account-notice'>): Promise<void> {
  const user = await findUser(userId)
  if (!user) return // the account was deleted meanwhile
  const link = address('/sign-in/forgot')
  const mails = {
    password_changed: () => passwordChangedMail({ link }),
    email_changed: () => emailChangedMail({ link }),
    recovery_code_used: () => recoveryCodeUsedMail({ link }),
    new_device: () => newDeviceMail({ link, device: device ?? 'Unknown device' }),
  }
  await sendMail({ id: `account-notice-${id}`, to: to ?? user.email, ...mails[notice]() })
}
