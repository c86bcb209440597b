import { env } from '@/lib/env'
import { alreadyRegisteredMail, confirmRegistrationMail } from '@/lib/mail/account'
import { sendMail } from '@/lib/mail/send'
import { challengeCode, challengeToken, findChallenge } from '@/lib/services/customers/challenges'
import { hasAccount } from '@/lib/services/customers/registration'
import type { JobData } from '../queues'

/** Sends the mail of a challenge. A challenge that has been met or deleted meanwhile needs none. */
export async function sendAccountMail({ challengeId }: JobData<'mail.account'>): Promise<void> {
  const challenge = await findChallenge(challengeId)
  if (!challenge) return
  const { email } = challenge
  const link = (path: string) => new URL(path, env().NEXUS_URL).href
  const mail = (await hasAccount(email))
    ? alreadyRegisteredMail({ link: link('/sign-in') })
    : confirmRegistrationMail({
        link: link(`/register/confirm?token=${challengeToken(challengeId)}`),
        code: challengeCode(challengeId),
      })
  await sendMail({ id: `account-${challengeId}`, to: email, ...mail })
}
