import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { postgres } from '@/lib/db/postgres'
import { emptyStores, jobsIn } from '../../testing/fixtures'
import { sessionOf } from '../../testing/people'
import { signInWithPassword } from './by-password'
import { challengeToken } from './challenges'
import { changePassword, requestLink, resetPassword, signInByLink } from './mail-links'
import { confirmRegistration, register } from './registration'
import { findSession } from './sessions'

const OLD = 'correct horse battery'
const NEW = 'another staple paper'
const email = 'ines.halvorsen@example.com'
const client = () => ({ network: randomUUID(), userAgent: 'a browser', deviceId: null })
const signIn = (password: string) => signInWithPassword({ email, password }, client())

/** Requests a link and returns its token, as the mail has it. */
async function linkFor(kind: 'sign_in_link' | 'password_reset', address = email): Promise<string> {
  await requestLink(kind, address, randomUUID())
  const { id } = await postgres().authChallenge.findFirstOrThrow({ where: { kind }, orderBy: { createdAt: 'desc' } })
  return challengeToken(id)
}

let session: { token: string; sessionId: string; userId: string }

beforeEach(async () => {
  await emptyStores()
  const challengeId = await register({ email, name: 'Ines Halvorsen', password: OLD }, randomUUID())
  session = sessionOf(await confirmRegistration({ token: challengeToken(challengeId) }, client()))
})

describe('a link that signs in', () => {
  it('works once, and only for what it was made for', async () => {
    const token = await linkFor('sign_in_link')
    await expect(resetPassword({ token, password: NEW }, client())).rejects.toMatchObject({ code: 'expired_link' })
    const { token: sid } = sessionOf(await signInByLink(token, client()))
    expect(await findSession(sid, 'CUSTOMER')).not.toBeNull()
    await expect(signInByLink(token, client())).rejects.toMatchObject({ code: 'expired_link' })
  })

  it('is also sent to an address without an account, where it is worth nothing', async () => {
    const before = (await jobsIn('mail.account')).length
    const token = await linkFor('sign_in_link', 'nobody@example.com')
    expect(await jobsIn('mail.account')).toHaveLength(before + 1)
    await expect(signInByLink(token, client())).rejects.toMatchObject({ code: 'expired_link' })
  })

  it('is refused to an account on hold', async () => {
    const token = await linkFor('sign_in_link')
    await postgres().user.updateMany({ data: { blockedAt: new Date() } })
    await expect(signInByLink(token, client())).rejects.toMatchObject({ code: 'on_hold' })
  })

  it('is sent three times an hour at most', async () => {
    for (let time = 0; time < 3; time++) await requestLink('sign_in_link', email, randomUUID())
    const more = requestLink('password_reset', email.toUpperCase(), randomUUID())
    await expect(more).rejects.toMatchObject({ code: 'too_many_requests' })
  })
})

describe('a new password', () => {
  it('by a link ends all sessions, is told by mail, and signs in', async () => {
    const token = await linkFor('password_reset')
    const started = sessionOf(await resetPassword({ token, password: NEW }, client()))
    expect(await findSession(session.token, 'CUSTOMER')).toBeNull()
    expect(await findSession(started.token, 'CUSTOMER')).not.toBeNull()
    expect(await jobsIn('mail.account-notice')).toMatchObject([{ userId: session.userId, notice: 'password_changed' }])
    await expect(signIn(OLD)).rejects.toMatchObject({ code: 'wrong_credentials' })
    await signIn(NEW)
  })

  it.each(['password1234', 'Ines Halvorsen'])('that cannot be used (%s) leaves the link valid', async (password) => {
    const token = await linkFor('password_reset')
    await expect(resetPassword({ token, password }, client())).rejects.toMatchObject({ code: 'invalid_input' })
    await resetPassword({ token, password: NEW }, client())
  })

  it('by its owner ends the other sessions only', async () => {
    const other = sessionOf(await signIn(OLD))
    await expect(changePassword(session, { current: NEW, next: NEW }, client())).rejects.toMatchObject({
      code: 'wrong_credentials',
      details: { field: 'current' },
    })
    const token = await changePassword(session, { current: OLD, next: NEW }, client())
    expect(await findSession(session.token, 'CUSTOMER')).toBeNull()
    expect(await findSession(token, 'CUSTOMER')).not.toBeNull()
    expect(await findSession(other.token, 'CUSTOMER')).toBeNull()
    await signIn(NEW)
  })

  it('is refused after five wrong guesses of the current one', async () => {
    for (let time = 0; time < 5; time++)
      await expect(changePassword(session, { current: 'guess', next: NEW }, client())).rejects.toThrow(
        'current password',
      )
    await expect(changePassword(session, { current: OLD, next: NEW }, client())).rejects.toMatchObject({
      code: 'too_many_requests',
    })
  })
})
