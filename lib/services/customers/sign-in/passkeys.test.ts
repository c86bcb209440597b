import { beforeEach, describe, expect, it } from 'vitest'
import { postgres } from '@/lib/db/postgres'
import { Authenticator } from '../../testing/authenticator'
import { emptyStores } from '../../testing/fixtures'
import { browser, createPerson, sessionOf } from '../../testing/people'
import {
  addPasskey,
  listPasskeys,
  removePasskey,
  signInByPasskey,
  startPasskeyRegistration,
  startPasskeySignIn,
} from './passkeys'
import { findSession } from './sessions'

const email = 'ines@example.com'
let userId: string

beforeEach(async () => {
  await emptyStores()
  userId = await createPerson({ email })
})

type Circumstances = Parameters<Authenticator['signIn']>[1]

async function add(device = new Authenticator(), at: Circumstances = {}, owner = userId) {
  const { challengeId, options } = await startPasskeyRegistration({ userId: owner, email, name: 'Ines' })
  await addPasskey(
    { userId: owner, challengeId, response: device.register(options.challenge, at), name: 'Blue key' },
    browser(),
  )
  return device
}

async function enter(device: Authenticator, at: Circumstances = {}) {
  const { challengeId, options } = await startPasskeySignIn(browser())
  return sessionOf(await signInByPasskey({ challengeId, response: device.signIn(options.challenge, at) }, browser()))
}

const refused = { code: 'wrong_credentials' }

describe('a passkey', () => {
  it('signs in its owner, and counts as two factors', async () => {
    const device = await add()
    const { token } = await enter(device)
    expect(await findSession(token, 'CUSTOMER')).toMatchObject({ userId, aal: 2 })
    expect(await listPasskeys(userId)).toMatchObject([{ name: 'Blue key', lastUsedAt: expect.any(String) }])
  })

  it('whose counter stays 0 works for ever; one whose counter goes back is refused', async () => {
    const synchronised = await add()
    for (let time = 0; time < 3; time++) await enter(synchronised, { counter: 0 })
    const key = await add(new Authenticator(), { counter: 5 })
    await enter(key, { counter: 7 })
    await expect(enter(key, { counter: 7 })).rejects.toMatchObject(refused)
    await expect(enter(key, { counter: 6 })).rejects.toMatchObject(refused)
    await expect(enter(key, { counter: 0 })).rejects.toMatchObject(refused)
    await enter(key, { counter: 8 })
  })

  it('answers a challenge once, and only its own kind of challenge', async () => {
    const device = await add()
    const { challengeId, options } = await startPasskeySignIn(browser())
    const response = device.signIn(options.challenge)
    sessionOf(await signInByPasskey({ challengeId, response }, browser()))
    await expect(signInByPasskey({ challengeId, response }, browser())).rejects.toMatchObject({ code: 'expired_link' })
    const registration = await startPasskeyRegistration({ userId, email, name: 'Ines' })
    const wrongKind = { challengeId: registration.challengeId, response: device.signIn(registration.options.challenge) }
    await expect(signInByPasskey(wrongKind, browser())).rejects.toMatchObject({ code: 'expired_link' })
    const next = await startPasskeySignIn(browser())
    const old = { challengeId: next.challengeId, response }
    await expect(signInByPasskey(old, browser())).rejects.toMatchObject(refused)
  })

  it('answers a challenge once, even if its answer comes ten times at the same time', async () => {
    const device = await add()
    const { challengeId, options } = await startPasskeySignIn(browser())
    const answer = { challengeId, response: device.signIn(options.challenge) }
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => signInByPasskey(answer, browser())))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it.each([
    ['for another site', { origin: 'https://evil.example' }],
    ['for another domain', { rpId: 'evil.example' }],
    ['without the person’s verification', { isVerified: false }],
  ])('is refused %s', async (_, at) => {
    const device = await add()
    await expect(enter(device, at)).rejects.toMatchObject(refused)
    await expect(add(new Authenticator(), at)).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it('is refused if nobody knows it, if another key signed, and for an account on hold', async () => {
    await expect(enter(new Authenticator())).rejects.toMatchObject(refused)
    const device = await add()
    const forged = new Authenticator()
    Object.defineProperty(forged, 'id', { value: device.id })
    await expect(enter(forged)).rejects.toMatchObject(refused)
    await postgres().user.updateMany({ data: { blockedAt: new Date() } })
    await expect(enter(device)).rejects.toMatchObject({ code: 'on_hold' })
  })

  it('is not added with the challenge of somebody else, nor twice', async () => {
    const mara = await createPerson({ email: 'mara@example.com' })
    const { challengeId, options } = await startPasskeyRegistration({ userId: mara, email, name: 'Mara' })
    const device = new Authenticator()
    const theirs = { userId, challengeId, response: device.register(options.challenge), name: 'x' }
    await expect(addPasskey(theirs, browser())).rejects.toMatchObject({ code: 'invalid_input' })
    await add(device)
    await expect(add(device)).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(add(device, {}, mara)).rejects.toMatchObject({ code: 'invalid_input' })
    expect(await listPasskeys(mara)).toEqual([])
  })
})

describe('the last way to sign in', () => {
  it('cannot be removed, even if two are removed at the same time', async () => {
    await add()
    await add()
    await postgres().passwordCredential.deleteMany()
    const ids = (await listPasskeys(userId)).map(({ id }) => id)
    const all = await Promise.allSettled(ids.map((id) => removePasskey({ userId, id }, browser())))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const [left] = await listPasskeys(userId)
    await expect(removePasskey({ userId, id: left!.id }, browser())).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it('of somebody else is not removed', async () => {
    await add()
    const [{ id } = { id: '' }] = await listPasskeys(userId)
    const mara = await createPerson({ email: 'mara@example.com' })
    await removePasskey({ userId: mara, id }, browser())
    expect(await listPasskeys(userId)).toHaveLength(1)
  })
})
