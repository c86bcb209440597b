import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { postgres } from '@/lib/db/postgres'
import { emptyStores, jobsIn } from '../../testing/fixtures'
import { sessionOf } from '../../testing/people'
import { signInWithPassword } from './by-password'
import { challengeCode, challengeToken } from './challenges'
import { confirmRegistration, register } from './registration'
import { findSession } from './sessions'

const PASSWORD = 'correct horse battery'
const ines = { email: 'ines.halvorsen@example.com', name: 'Ines Halvorsen', password: PASSWORD }
const client = () => ({ network: randomUUID(), userAgent: 'a browser', deviceId: null })
const signIn = (email: string, password = PASSWORD, from = client()) => signInWithPassword({ email, password }, from)

/** Registers a person and confirms it. Returns the session's token. */
async function givenAccount(person = ines) {
  const challengeId = await register(person, randomUUID())
  return sessionOf(await confirmRegistration({ token: challengeToken(challengeId) }, client()))
}

beforeEach(() => emptyStores())

describe('a registration', () => {
  it('creates the account once its mail is confirmed, and signs in', async () => {
    const challengeId = await register(ines, randomUUID())
    expect(await postgres().user.count()).toBe(0)
    expect(await jobsIn('mail.account')).toMatchObject([{ challengeId }])
    const { token } = sessionOf(await confirmRegistration({ token: challengeToken(challengeId) }, client()))
    expect(await findSession(token, 'CUSTOMER')).toMatchObject({ aal: 1, user: { email: ines.email, name: ines.name } })
    expect(await postgres().user.findFirst()).toMatchObject({ emailKey: 'ines.halvorsen@example.com', blockedAt: null })
  })

  it('is confirmed by the code of the mail instead of its link', async () => {
    const challengeId = await register(ines, randomUUID())
    const wrong = challengeCode(challengeId) === '000000' ? '000001' : '000000'
    await expect(confirmRegistration({ challengeId, code: wrong }, client())).rejects.toMatchObject({
      code: 'wrong_code',
    })
    await confirmRegistration({ challengeId, code: challengeCode(challengeId) }, client())
    expect(await postgres().user.count()).toBe(1)
  })

  it('ends after five codes, even if twenty are tried at once', async () => {
    const challengeId = await register(ines, randomUUID())
    const wrong = challengeCode(challengeId) === '000000' ? '000001' : '000000'
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => confirmRegistration({ challengeId, code: wrong }, client())),
    )
    const codes = tries.map((one) => (one.status === 'rejected' ? one.reason.code : 'accepted'))
    expect(codes.filter((code) => code === 'wrong_code')).toHaveLength(5)
    expect(codes.filter((code) => code === 'expired_link')).toHaveLength(15)
    const right = confirmRegistration({ challengeId, code: challengeCode(challengeId) }, client())
    await expect(right).rejects.toMatchObject({ code: 'expired_link' })
  })

  it('is confirmed once, even if its link is used ten times at once', async () => {
    const challengeId = await register(ines, randomUUID())
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, () => confirmRegistration({ token: challengeToken(challengeId) }, client())),
    )
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect([await postgres().user.count(), await postgres().session.count()]).toEqual([1, 1])
  })

  it.each(['', 'x', `${randomUUID()}.${'A'.repeat(43)}`, '../../etc/passwd', 'a'.repeat(10_000)])(
    'is not confirmed by the token %j',
    async (token) => {
      await register(ines, randomUUID())
      await expect(confirmRegistration({ token }, client())).rejects.toMatchObject({ code: 'expired_link' })
    },
  )

  it('expires after 30 minutes', async () => {
    const challengeId = await register(ines, randomUUID())
    await postgres().authChallenge.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } })
    const late = confirmRegistration({ token: challengeToken(challengeId) }, client())
    await expect(late).rejects.toMatchObject({ code: 'expired_link' })
  })

  it('with an address that has an account looks the same, and changes nothing', async () => {
    await givenAccount()
    const again = await register(
      { ...ines, email: 'INES.Halvorsen@Example.com', password: 'another horse battery' },
      randomUUID(),
    )
    expect(await jobsIn('mail.account')).toHaveLength(2)
    const confirmed = confirmRegistration({ token: challengeToken(again) }, client())
    await expect(confirmed).rejects.toMatchObject({ code: 'expired_link' })
    await signIn(ines.email)
    await expect(signIn(ines.email, 'another horse battery')).rejects.toMatchObject({ code: 'wrong_credentials' })
  })

  it.each([
    ['password1234', 'Many people'],
    ['short', 'at least 12'],
    ['ines.halvorsen', 'more than your name'],
  ])('is refused with the password %s', async (password, reason) => {
    const refused = register({ ...ines, password }, randomUUID())
    await expect(refused).rejects.toMatchObject({ code: 'invalid_input', details: { field: 'password' } })
    await expect(refused).rejects.toThrow(reason)
    expect(await postgres().authChallenge.count()).toBe(0)
  })

  it('sends at most three mails an hour to one address, and ten from one network', async () => {
    for (let time = 0; time < 3; time++) await register(ines, randomUUID())
    await expect(register(ines, randomUUID())).rejects.toMatchObject({ code: 'too_many_requests' })
    const network = randomUUID()
    for (let n = 0; n < 10; n++) await register({ ...ines, email: `n${n}@example.com` }, network)
    const more = register({ ...ines, email: 'n10@example.com' }, network)
    await expect(more).rejects.toMatchObject({ code: 'too_many_requests' })
  })
})

describe('signing in with a password', () => {
  it('works with every spelling of the address', async () => {
    await givenAccount()
    for (const email of ['ines.halvorsen@example.com', 'Ines.Halvorsen@EXAMPLE.com'])
      expect(sessionOf(await signIn(email)).token).toMatch(/^[\w-]{43}$/)
  })

  it('tells neither an unknown address from a wrong password nor that an account is on hold', async () => {
    await givenAccount()
    await postgres().user.updateMany({ data: { blockedAt: new Date() } })
    const failures = [signIn('nobody@example.com'), signIn(ines.email, 'a wrong password')]
    const [unknown, wrong] = await Promise.all(failures.map((failure) => failure.catch((error: unknown) => error)))
    expect(unknown).toMatchObject({ code: 'wrong_credentials' })
    expect(String(unknown)).toBe(String(wrong))
    await expect(signIn(ines.email)).rejects.toMatchObject({ code: 'on_hold' })
  })

  it('waits after five wrong passwords from one network, and does not lock out the owner elsewhere', async () => {
    await givenAccount()
    const attacker = client()
    for (let time = 0; time < 5; time++)
      await expect(signIn(ines.email, 'guess', attacker)).rejects.toMatchObject({ code: 'wrong_credentials' })
    await expect(signIn(ines.email, PASSWORD, attacker)).rejects.toMatchObject({ code: 'too_many_requests' })
    await signIn(ines.email)
  })

  it('does not count successes as tries', async () => {
    await givenAccount()
    const home = client()
    for (let time = 0; time < 8; time++) await signIn(ines.email, PASSWORD, home)
    const counters = await postgres().rateLimit.findMany({ where: { key: { startsWith: 'sign in' } } })
    expect(counters.map(({ points }) => points)).toEqual([0, 0, 0])
  })

  it('counts failures by network and by account too', async () => {
    await givenAccount()
    const attacker = client()
    await signIn(ines.email, PASSWORD, attacker)
    await expect(signIn(ines.email, 'guess', attacker)).rejects.toMatchObject({ code: 'wrong_credentials' })
    const counters = await postgres().rateLimit.findMany({ where: { key: { startsWith: 'sign in' } } })
    expect(counters.map(({ points }) => points)).toEqual([1, 1, 1])
  })

  it('stores the password as argon2id only, and renews a hash with older parameters', async () => {
    await givenAccount()
    const stored = async () => (await postgres().passwordCredential.findFirstOrThrow()).hash
    expect(await stored()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    const { hash } = await import('@node-rs/argon2')
    await postgres().passwordCredential.updateMany({
      data: { hash: await hash(PASSWORD, { memoryCost: 8_192, timeCost: 1 }) },
    })
    await signIn(ines.email)
    expect(await stored()).toMatch(/m=19456,t=2,p=1/)
    await signIn(ines.email)
  })

  it('accepts a password in any Unicode form', async () => {
    await givenAccount({ ...ines, password: 'Zürich am See 12' })
    await signIn(ines.email, 'Zu\u0308rich am See 12')
  })
})
