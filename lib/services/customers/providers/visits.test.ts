import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ProviderIdentity } from '@/lib/contracts/customers/providers'
import { postgres, transaction } from '@/lib/db/postgres'
import { emptyStores, jobsIn } from '../../testing/fixtures'
import { sessionOf } from '../../testing/people'
import { challengeCode, challengeToken } from '../sign-in/challenges'
import { confirmRegistration } from '../sign-in/registration'
import { findSession, startSession } from '../sign-in/sessions'
import { listAccounts } from './accounts'
import { finishVisit, startVisit } from './visits'

const client = () => ({ network: randomUUID(), userAgent: 'a browser', deviceId: null })
const google: ProviderIdentity = {
  ...{ provider: 'google', providerAccountId: '1001', name: 'Ines' },
  ...{ email: 'ines@example.com', isEmailVerified: true },
}
const github: ProviderIdentity = { ...google, provider: 'github', providerAccountId: '2002' }
const unverified = { ...google, isEmailVerified: false }

beforeEach(() => emptyStores())

async function givenUser(email = 'ines@example.com', changes: { blockedAt?: Date } = {}): Promise<string> {
  const user = { email, emailKey: email, emailVerifiedAt: new Date(), name: 'Ines', ...changes }
  return (await postgres().user.create({ data: user })).id
}

const givenAccount = (userId: string, { provider, providerAccountId, email }: ProviderIdentity) =>
  postgres().oAuthAccount.create({ data: { provider, providerAccountId, userId, email } })

/** Visits a provider to sign in. */
async function visit(identity: ProviderIdentity, to = '/cart') {
  const visitId = await startVisit({ provider: identity.provider, to, connecting: null }, client())
  return finishVisit({ visitId, identity, sessionId: null }, client())
}

/** Signs somebody in, who then visits a provider to connect it. */
async function visitToConnect(userId: string, identity: ProviderIdentity, answeringSession?: string | null) {
  const { sessionId, token } = await transaction((tx) =>
    startSession(tx, { userId, via: 'password', client: client() }),
  )
  const connecting = { userId, sessionId, email: 'ines@example.com' }
  const visitId = await startVisit({ provider: identity.provider, to: '/account', connecting }, client())
  const answering = answeringSession === undefined ? sessionId : answeringSession
  return { token, visitId, result: await finishVisit({ visitId, identity, sessionId: answering }, client()) }
}

const enteredBy = async (result: Awaited<ReturnType<typeof visit>>) => {
  if (result.kind !== 'admitted') throw new Error(`The visit was ${result.kind}.`)
  const { token } = sessionOf(result.admission)
  return findSession(token, 'CUSTOMER')
}
const counts = async () => ({
  people: await postgres().user.count(),
  accounts: await postgres().oAuthAccount.count(),
  sessions: await postgres().session.count(),
})
const NOTHING = { people: 0, accounts: 0, sessions: 0 }

describe('somebody whom nobody here knows', () => {
  it('gets an account with the address that the provider has confirmed', async () => {
    const result = await visit(google)
    expect(result).toMatchObject({ kind: 'admitted', isNew: true, to: '/cart' })
    expect(await enteredBy(result)).toMatchObject({ aal: 1, user: { email: 'ines@example.com', name: 'Ines' } })
    const user = await postgres().user.findFirstOrThrow({ include: { password: true, sessions: true } })
    expect(user.emailVerifiedAt.getTime()).toBeGreaterThan(Date.now() - 60_000)
    expect(user).toMatchObject({ password: null, sessions: [{ via: 'provider' }] })
    expect(await listAccounts(user.id)).toEqual([{ provider: 'google', email: 'ines@example.com' }])
  })

  it('gets one account, even if ten answers arrive at once', async () => {
    const results = await Promise.all(Array.from({ length: 10 }, () => visit(google)))
    expect(results.filter((result) => result.kind === 'admitted' && result.isNew)).toHaveLength(1)
    expect(await counts()).toEqual({ people: 1, accounts: 1, sessions: 10 })
  })

  it('has to confirm an address that the provider has not confirmed, before anything exists', async () => {
    const result = await visit(unverified)
    expect(await counts()).toEqual(NOTHING)
    if (result.kind !== 'unconfirmed') throw new Error(`The visit was ${result.kind}.`)
    expect(await jobsIn('mail.account')).toMatchObject([{ challengeId: result.challengeId }])
    const code = challengeCode(result.challengeId)
    await confirmRegistration({ challengeId: result.challengeId, code }, client())
    expect(await enteredBy(await visit(unverified))).toMatchObject({ user: { email: 'ines@example.com' } })
    expect(await counts()).toMatchObject({ people: 1, accounts: 1 })
  })

  it('gets no account if the provider’s account was connected with another while the mail was on its way', async () => {
    const result = await visit(unverified)
    if (result.kind !== 'unconfirmed') throw new Error(`The visit was ${result.kind}.`)
    await givenAccount(await givenUser('other@example.com'), google)
    const confirmed = confirmRegistration({ token: challengeToken(result.challengeId) }, client())
    await expect(confirmed).rejects.toMatchObject({ code: 'expired_link' })
    expect(await postgres().user.count()).toBe(1)
  })

  it('gets none without an address', async () => {
    await expect(visit({ ...google, email: null })).rejects.toMatchObject({ code: 'not_linked' })
    expect(await counts()).toEqual(NOTHING)
  })
})

describe('somebody who has been here before', () => {
  it('is the same person, whatever the provider says about the address now', async () => {
    const userId = await givenUser()
    await givenAccount(userId, google)
    await givenUser('new@example.com')
    for (const identity of [google, unverified, { ...google, email: 'new@example.com' }, { ...google, email: null }])
      expect(await enteredBy(await visit(identity))).toMatchObject({ userId })
    expect(await counts()).toMatchObject({ people: 2, accounts: 1 })
  })

  it('is let in no more while the account is on hold', async () => {
    await givenAccount(await givenUser('ines@example.com', { blockedAt: new Date() }), google)
    await expect(visit(google)).rejects.toMatchObject({ code: 'on_hold' })
    expect((await counts()).sessions).toBe(0)
  })

  it('is asked for the second factor, and has no session before', async () => {
    const userId = await givenUser()
    await givenAccount(userId, google)
    await postgres().totp.create({ data: { userId, secret: 'x', lastStep: 0n, confirmedAt: new Date() } })
    expect(await visit(google)).toMatchObject({ admission: { secondFactor: expect.any(String) } })
    expect((await counts()).sessions).toBe(0)
  })
})

describe('an account with the same address', () => {
  it('is joined if the provider has confirmed the address, in whatever spelling', async () => {
    const userId = await givenUser()
    const result = await visit({ ...google, email: 'INES@Example.com' })
    expect(result).toMatchObject({ isNew: false })
    expect(await enteredBy(result)).toMatchObject({ userId })
    expect(await counts()).toMatchObject({ people: 1, accounts: 1 })
  })

  it('is asked for its second factor when it is joined', async () => {
    const userId = await givenUser()
    await postgres().totp.create({ data: { userId, secret: 'x', lastStep: 0n, confirmedAt: new Date() } })
    expect(await visit(google)).toMatchObject({ admission: { secondFactor: expect.any(String) } })
    expect((await counts()).sessions).toBe(0)
  })

  it.each([
    ['the provider has not confirmed it', unverified, 'Google'],
    ['the provider is GitHub, whatever it says', github, 'GitHub'],
  ])('stays as it is if %s', async (_, identity, name) => {
    await givenUser()
    await expect(visit(identity)).rejects.toMatchObject({
      code: 'not_linked',
      message: `${name} could not sign you in.`,
      details: {
        email: 'ines@example.com',
        why:
          `An account with this address is here already, and ${name} has not confirmed that the address is yours. ` +
          `Sign in with your e-mail once, then connect ${name} under Security.`,
      },
    })
    expect(await counts()).toEqual({ people: 1, accounts: 0, sessions: 0 })
    expect(await jobsIn('mail.account')).toEqual([])
  })

  it('stays as it is if another account of the provider is connected, because addresses are given anew', async () => {
    const userId = await givenUser()
    await givenAccount(userId, { ...google, providerAccountId: 'the former owner of the address' })
    await expect(visit(google)).rejects.toMatchObject({ code: 'not_linked' })
    expect(await counts()).toEqual({ people: 1, accounts: 1, sessions: 0 })
  })

  it('on hold is not joined', async () => {
    await givenUser('ines@example.com', { blockedAt: new Date() })
    await expect(visit(google)).rejects.toMatchObject({ code: 'on_hold' })
    expect(await counts()).toEqual({ people: 1, accounts: 0, sessions: 0 })
  })
})

describe('somebody who is signed in', () => {
  it('connects a provider’s account, whatever its address, and the session gets a new token', async () => {
    const userId = await givenUser()
    const { token, result } = await visitToConnect(userId, { ...github, email: 'elsewhere@example.com' })
    if (result.kind !== 'connected') throw new Error(`The visit was ${result.kind}.`)
    expect(await findSession(token, 'CUSTOMER')).toBeNull()
    expect(await findSession(result.session.token, 'CUSTOMER')).toMatchObject({ userId, ...sessionIdOf(result) })
    expect(await listAccounts(userId)).toEqual([{ provider: 'github', email: 'elsewhere@example.com' }])
    expect(await enteredBy(await visit(github))).toMatchObject({ userId })
  })

  it('connects an account twice without harm', async () => {
    const userId = await givenUser()
    await visitToConnect(userId, github)
    expect((await visitToConnect(userId, github)).result.kind).toBe('connected')
    expect((await counts()).accounts).toBe(1)
  })

  it.each([
    ['in another session', randomUUID()],
    ['after signing out', null],
  ])('connects nothing %s', async (_, answering) => {
    const userId = await givenUser()
    await expect(visitToConnect(userId, github, answering)).rejects.toMatchObject({ code: 'not_linked' })
    expect((await counts()).accounts).toBe(0)
  })

  it('never takes over an account that is somebody else’s', async () => {
    const other = await givenUser('other@example.com')
    await givenAccount(other, github)
    await expect(visitToConnect(await givenUser(), github)).rejects.toMatchObject({
      code: 'not_linked',
      message: 'GitHub was not connected.',
    })
    expect(await postgres().oAuthAccount.findMany()).toMatchObject([{ userId: other }])
  })

  it('connects no second account of a provider', async () => {
    const userId = await givenUser()
    await givenAccount(userId, github)
    const second = visitToConnect(userId, { ...github, providerAccountId: '3003' })
    await expect(second).rejects.toMatchObject({ code: 'not_linked' })
    expect((await counts()).accounts).toBe(1)
  })

  it('connects nothing by a visit that was started to sign in', async () => {
    const userId = await givenUser()
    const { sessionId } = await transaction((tx) => startSession(tx, { userId, via: 'password', client: client() }))
    const visitId = await startVisit({ provider: 'google', to: '', connecting: null }, client())
    const identity = { ...google, email: 'somebody@example.com' }
    const result = await finishVisit({ visitId, identity, sessionId }, client())
    expect(result).toMatchObject({ kind: 'admitted', isNew: true })
    expect(await listAccounts(userId)).toEqual([])
  })
})

function sessionIdOf(result: { session: { sessionId: string } }) {
  return { sessionId: result.session.sessionId }
}

describe('a visit', () => {
  it('is good for one answer, also if that is refused', async () => {
    await givenUser()
    const visitId = await startVisit({ provider: 'google', to: '', connecting: null }, client())
    const answer = (identity: ProviderIdentity) => finishVisit({ visitId, identity, sessionId: null }, client())
    await expect(answer(unverified)).rejects.toMatchObject({ code: 'not_linked' })
    await expect(answer(google)).rejects.toMatchObject({ code: 'expired_link' })
    expect((await counts()).accounts).toBe(0)
  })

  it('takes one of ten answers that arrive at once', async () => {
    const visitId = await startVisit({ provider: 'google', to: '', connecting: null }, client())
    const answers = await Promise.allSettled(
      Array.from({ length: 10 }, () => finishVisit({ visitId, identity: google, sessionId: null }, client())),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await counts()).sessions).toBe(1)
  })

  it('leads to no page of another site', async () => {
    for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example', '/sign-in'])
      expect(await visit(google, to), to).toMatchObject({ to: '/account' })
    expect(await visit(google, '/c/laptops?sort=price')).toMatchObject({ to: '/c/laptops?sort=price' })
  })

  it('takes no answer of another provider, and none after 15 minutes', async () => {
    const visitId = await startVisit({ provider: 'github', to: '', connecting: null }, client())
    const wrong = finishVisit({ visitId, identity: google, sessionId: null }, client())
    await expect(wrong).rejects.toMatchObject({ code: 'expired_link' })
    const late = await startVisit({ provider: 'google', to: '', connecting: null }, client())
    await postgres().authChallenge.updateMany({ where: { id: late }, data: { expiresAt: new Date() } })
    const answer = finishVisit({ visitId: late, identity: google, sessionId: null }, client())
    await expect(answer).rejects.toMatchObject({ code: 'expired_link' })
    expect(await counts()).toEqual(NOTHING)
  })

  it('is started 120 times an hour from one network', async () => {
    const from = client()
    const start = () => startVisit({ provider: 'google', to: '', connecting: null }, from)
    for (let round = 0; round < 120; round++) await start()
    await expect(start()).rejects.toMatchObject({ code: 'too_many_requests' })
  })
})
