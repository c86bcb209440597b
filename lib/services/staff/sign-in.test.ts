import { beforeEach, describe, expect, it, vi } from 'vitest'
import { postgres, transaction } from '@/lib/db/postgres'
import { signInWithPassword } from '../customers/sign-in/by-password'
import { showSecondFactor } from '../customers/sign-in/second-factor'
import { findSession } from '../customers/sign-in/sessions'
import { confirmTotp } from '../customers/sign-in/totp'
import { emptyStores } from '../testing/fixtures'
import { browser, createPerson, PASSWORD, sessionOf, signIn } from '../testing/people'
import { givenStaff, startApp } from '../testing/staff'
import { addStaffPasskey, confirmStaffTotp, requireOwnFactor } from './factors'
import { readSignInLog } from './log'
import { findStaff } from './sessions'
import { admitStaff, signInStaff } from './sign-in'

beforeEach(() => emptyStores())

const wrong = { code: 'wrong_credentials', message: 'E-mail and password do not match.' }

const givenPasskey = (userId: string) =>
  postgres().passkey.create({
    data: { id: 'key', userId, publicKey: new Uint8Array(1), counter: 0, transports: [], name: 'Phone' },
  })

/** Switches the second factor on; returns a function that gives six digits that were not used yet. */
async function switchOn({ userId, sessionId, email }: { userId: string; sessionId: string; email: string }) {
  const digits = await startApp(userId, email)
  const { codes } = await confirmTotp({ userId, sessionId }, digits(), browser())
  await postgres().totp.update({ where: { userId }, data: { lastStep: 0n } })
  return { digits, codes }
}

describe('the office', () => {
  it('lets nobody in who does not work here, with the answer to a wrong password', async () => {
    await createPerson({ email: 'ines@example.com' })
    const tries = [
      { email: 'ines@example.com', password: PASSWORD },
      { email: 'ines@example.com', password: 'not the one' },
      { email: 'nobody@example.com', password: PASSWORD },
    ]
    for (const credentials of tries) await expect(signInStaff(credentials, browser())).rejects.toMatchObject(wrong)
  })

  it('takes no session of a customer, and the shop none of staff', async () => {
    const { userId, token } = await givenStaff('owner')
    const customer = await signIn(userId)
    expect(await findStaff(customer.token)).toBeNull()
    expect(await findSession(token, 'CUSTOMER')).toBeNull()
  })

  it('lets somebody without a second factor in with one, which is good for setting up the second', async () => {
    const { userId, email } = await givenStaff(['orders:read'])
    const admission = await signInStaff({ email, password: PASSWORD }, browser())
    const { sessionId, token } = 'session' in admission ? admission.session : expect.fail('no session')
    expect(await findStaff(token)).toMatchObject({ aal: 1 })
    const digits = await startApp(userId, email)
    const confirmed = await confirmStaffTotp({ userId, sessionId }, digits(), browser())
    expect(confirmed.codes).toHaveLength(10)
    expect(await findStaff(token)).toBeNull()
    expect(await findStaff(confirmed.token)).toMatchObject({ aal: 2, sessionId })
  })

  it('asks for the app, in a challenge that is worth nothing in the shop', async () => {
    const person = await givenStaff('owner')
    const { digits } = await switchOn(person)
    const credentials = { email: person.email, password: PASSWORD }
    const [office, shop] = [await signInStaff(credentials, browser()), await signInWithPassword(credentials, browser())]
    const inOffice = 'secondFactor' in office ? office.secondFactor : ''
    const inShop = 'secondFactor' in shop ? shop.secondFactor : ''
    const code = { code: digits() }
    await expect(showSecondFactor(inOffice, code, browser(), 'CUSTOMER')).rejects.toMatchObject({
      code: 'expired_link',
    })
    await expect(showSecondFactor(inShop, code, browser(), 'STAFF')).rejects.toMatchObject({ code: 'expired_link' })
    const { session } = await showSecondFactor(inOffice, code, browser(), 'STAFF')
    expect(await findStaff(session.token)).toMatchObject({ userId: person.userId, aal: 2 })
  })

  it('takes a recovery code once, also if it is tried twice at the same moment', async () => {
    const person = await givenStaff('owner')
    const { codes } = await switchOn(person)
    const challenge = async () => {
      const admission = await signInStaff({ email: person.email, password: PASSWORD }, browser())
      return 'secondFactor' in admission ? admission.secondFactor : ''
    }
    const [first, second] = [await challenge(), await challenge()]
    const recoveryCode = codes[0]!
    const results = await Promise.allSettled(
      [first, second].map((id) => showSecondFactor(id, { recoveryCode }, browser(), 'STAFF')),
    )
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('opens for a passkey, which is two factors, and for nothing less if there is one', async () => {
    const { userId, email } = await givenStaff('owner')
    await givenPasskey(userId)
    expect(await signInStaff({ email, password: PASSWORD }, browser())).toEqual({ needsPasskey: true })
    const admission = await transaction((tx) => admitStaff(tx, { userId, via: 'passkey', client: browser() }))
    const { token } = 'session' in admission ? admission.session : expect.fail('no session')
    expect(await findStaff(token)).toMatchObject({ aal: 2 })
  })

  it('is closed for accounts on hold', async () => {
    const { userId, token, email } = await givenStaff('owner')
    await postgres().user.update({ where: { id: userId }, data: { blockedAt: new Date() } })
    expect(await findStaff(token)).toBeNull()
    await expect(signInStaff({ email, password: PASSWORD }, browser())).rejects.toMatchObject({ code: 'on_hold' })
  })

  it('makes no cart for staff', async () => {
    await givenStaff('owner')
    expect(await postgres().cart.count()).toBe(0)
  })
})

describe('somebody with the password of a member of staff alone', () => {
  it('cannot add a factor in the shop, and enter the office with it', async () => {
    const { userId, email } = await givenStaff('owner')
    await givenPasskey(userId)
    const shop = sessionOf(await signInWithPassword({ email, password: PASSWORD }, browser()))
    await expect(requireOwnFactor(shop)).rejects.toMatchObject({ code: 'factor_needed' })
    await expect(confirmStaffTotp(shop, '123456', browser())).rejects.toMatchObject({ code: 'factor_needed' })
    const nothing = { challengeId: userId, response: {} as never, name: 'Mine' }
    await expect(addStaffPasskey(shop, nothing, browser())).rejects.toMatchObject({ code: 'factor_needed' })
  })

  it('is not confused with a customer, who decides for themselves', async () => {
    const userId = await createPerson()
    await givenPasskey(userId)
    await expect(requireOwnFactor(await signIn(userId))).resolves.toBeUndefined()
  })
})

it('the sign-in log names wrong passwords of staff, and pages', async () => {
  const { email, userId } = await givenStaff('owner')
  await createPerson({ email: 'ines@example.com' })
  for (const address of [email, 'ines@example.com'])
    await expect(signInStaff({ email: address, password: 'not the one' }, browser())).rejects.toMatchObject(wrong)
  await vi.waitFor(async () => expect((await readSignInLog(1)).total).toBe(2))
  const { entries, pages } = await readSignInLog(1)
  expect(pages).toBe(1)
  expect(entries.map(({ what, isFailure, userId }) => ({ what, isFailure, userId }))).toEqual([
    { what: 'office: wrong password', isFailure: true, userId },
    { what: 'office: signed in by password', isFailure: false, userId },
  ])
  expect((await readSignInLog(2)).entries).toEqual([])
})
