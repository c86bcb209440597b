import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { postgres } from '@/lib/db/postgres'
import { dayText } from '@/lib/domain/shipping/day'
import { readDevMail } from '@/lib/mail/dev-mailbox'
import { challengeCode } from '@/lib/services/customers/sign-in/challenges'
import { requestLink, resetPassword, signInByLink } from '@/lib/services/customers/sign-in/mail-links'
import { confirmRegistration, register } from '@/lib/services/customers/sign-in/registration'
import { emptyStores, jobsIn } from '@/lib/services/testing/fixtures'
import { sessionOf } from '@/lib/services/testing/people'
import type { JobData } from '../queues'
import { sendAccountMail, sendAccountNotice } from './account-mail'

const ines = { email: 'ines@example.com', name: 'Ines', password: 'correct horse battery' }
const client = { network: '198.51.100.7', userAgent: 'a browser', deviceId: null }

/** Sends the mail of a challenge; returns it, and the token of its link. */
async function mailOf(challengeId: string) {
  await sendAccountMail({ challengeId })
  const mail = await readDevMail(`account-${challengeId}`)
  return { mail, token: /token=([\w.-]+)/.exec(mail?.text ?? '')?.[1] ?? '' }
}

async function challengeOf(kind: 'sign_in_link' | 'password_reset', email: string): Promise<string> {
  await requestLink(kind, email, randomUUID())
  return (await postgres().authChallenge.findFirstOrThrow({ where: { kind, email } })).id
}

beforeEach(() => emptyStores())

describe('the mail of a registration', () => {
  it('has the code and a link that confirm it, in text and HTML', async () => {
    const challengeId = await register(ines, randomUUID())
    const { mail, token } = await mailOf(challengeId)
    const code = challengeCode(challengeId)
    expect(mail).toMatchObject({ to: ines.email, subject: `${code.slice(0, 3)} ${code.slice(3)} is your Nexus code` })
    expect(mail?.text).toContain(`\n${code}\n`)
    expect(mail?.html).toContain(token)
    await confirmRegistration({ token }, client)
    expect(await postgres().user.count()).toBe(1)
  })

  it('names the account that the address has, without link or code', async () => {
    const first = await register(ines, randomUUID())
    await confirmRegistration({ token: (await mailOf(first)).token }, client)
    const again = await register(ines, randomUUID())
    const { mail, token } = await mailOf(again)
    expect(mail?.subject).toBe('You have an account at Nexus already')
    expect(token).toBe('')
    expect(mail?.text).not.toContain(challengeCode(again))
  })

  it('is not sent once it was confirmed', async () => {
    const challengeId = await register(ines, randomUUID())
    await confirmRegistration({ challengeId, code: challengeCode(challengeId) }, client)
    expect((await mailOf(challengeId)).mail).toBeNull()
  })
})

describe('the mails of an account', () => {
  beforeEach(async () => {
    const challengeId = await register(ines, randomUUID())
    await confirmRegistration({ challengeId, code: challengeCode(challengeId) }, client)
  })

  it('have links that sign in and that set a password', async () => {
    const link = await mailOf(await challengeOf('sign_in_link', ines.email))
    expect(sessionOf(await signInByLink(link.token, client)).token).toMatch(/^[\w-]{43}$/)
    const reset = await mailOf(await challengeOf('password_reset', ines.email))
    await resetPassword({ token: reset.token, password: 'another staple paper' }, client)
    const [notice] = await jobsIn('mail.account-notice')
    await sendAccountNotice(notice as Parameters<typeof sendAccountNotice>[0])
    expect(await readDevMail(`account-notice-${(notice as { id: string }).id}`)).toMatchObject({
      to: ines.email,
      subject: 'Your password at Nexus was changed',
    })
  })

  it('tell of each change, and do not show the new address in full to the former one', async () => {
    const { id: userId } = await postgres().user.findFirstOrThrow()
    await postgres().user.updateMany({ data: { deletionAt: new Date('2026-12-08T12:00:00Z') } })
    const subjects: Record<JobData<'mail.account-notice'>['notice'], string> = {
      password_changed: 'Your password at Nexus was changed',
      email_changed: 'Your e-mail at Nexus was changed',
      recovery_code_used: 'A recovery code was used at Nexus',
      new_device: 'New sign-in: Firefox on Mac',
      export_ready: 'Your data from Nexus is ready',
      deletion_planned: `Your account at Nexus will be deleted on ${dayText('2026-12-08')}`,
    }
    for (const notice of Object.keys(subjects) as (keyof typeof subjects)[]) {
      const id = randomUUID()
      await sendAccountNotice({ id, userId, notice, device: 'Firefox on Mac', until: '2026-12-08T12:00:00Z' })
      expect(await readDevMail(`account-notice-${id}`)).toMatchObject({ to: ines.email, subject: subjects[notice] })
    }
    const id = randomUUID()
    await sendAccountNotice({ id, userId, notice: 'email_changed', to: 'old@example.com' })
    const mail = await readDevMail(`account-notice-${id}`)
    expect(mail).toMatchObject({ to: 'old@example.com', text: expect.stringContaining('i…@example.com') })
    expect(mail?.text).not.toContain(ines.email)
  })

  it('tell the owner of an address without an account so', async () => {
    const { mail, token } = await mailOf(await challengeOf('sign_in_link', 'nobody@example.com'))
    expect(mail).toMatchObject({ to: 'nobody@example.com', subject: 'No account with this address at Nexus' })
    expect(token).toBe('')
  })
})
