import { Secret, TOTP } from 'otpauth'
import { beforeEach, describe, expect, it } from 'vitest'
import { postgres } from '@/lib/db/postgres'
import { emptyStores, jobsIn } from '../../testing/fixtures'
import { browser, createPerson, PASSWORD, sessionOf, signIn } from '../../testing/people'
import { signInWithPassword } from './by-password'
import { showSecondFactor } from './second-factor'
import { decrypt, encrypt } from './secret-box'
import { findSession } from './sessions'
import { confirmTotp, removeTotp, secondFactorOf, startTotp } from './totp'

const email = 'ines@example.com'
let userId: string

beforeEach(async () => {
  await emptyStores()
  userId = await createPerson({ email })
})

/** Switches the second factor on. Returns the app and the recovery codes. */
async function givenApp() {
  const session = await signIn(userId)
  const { secret } = await startTotp({ userId, email })
  const app = new TOTP({ secret: Secret.fromBase32(secret) })
  // The code of the step before, so that the current one can still be used.
  const { codes } = await confirmTotp(session, app.generate({ timestamp: Date.now() - 30_000 }), browser())
  return { app, codes, secret }
}

async function challenge(): Promise<string> {
  const admission = await signInWithPassword({ email, password: PASSWORD }, browser())
  if ('session' in admission) throw new Error('No second factor was asked for.')
  return admission.secondFactor
}

const wrong = { rejects: { code: 'wrong_code' } }
const outcomes = (all: PromiseSettledResult<unknown>[]) =>
  all.map((one) => (one.status === 'fulfilled' ? 'in' : one.reason.code))

describe('an authenticator app', () => {
  it('is not on before a code has fitted, and ends all other sessions then', async () => {
    const other = await signIn(userId)
    const session = await signIn(userId)
    const { secret } = await startTotp({ userId, email })
    await expect(confirmTotp(session, '000000', browser())).rejects.toMatchObject(wrong.rejects)
    expect(await secondFactorOf(userId)).toEqual({ isOn: false, recoveryCodesLeft: 0 })
    sessionOf(await signInWithPassword({ email, password: PASSWORD }, browser()))
    const { token } = await confirmTotp(session, new TOTP({ secret: Secret.fromBase32(secret) }).generate(), browser())
    expect(await secondFactorOf(userId)).toEqual({ isOn: true, recoveryCodesLeft: 10 })
    expect(await findSession(other.token, 'CUSTOMER')).toBeNull()
    expect(await findSession(session.token, 'CUSTOMER')).toBeNull()
    expect(await findSession(token, 'CUSTOMER')).not.toBeNull()
  })

  it('is kept encrypted, for its owner alone', async () => {
    const { secret } = await givenApp()
    const row = await postgres().totp.findUniqueOrThrow({ where: { userId } })
    expect(row.secret).not.toContain(secret)
    expect(decrypt(row.secret, userId)).toBe(secret)
    expect(() => decrypt(row.secret, 'somebody else')).toThrow()
    expect(() => decrypt(`${encrypt('x', userId).slice(0, -2)}AA`, userId)).toThrow()
    expect(() => decrypt(row.secret.replace(/^\w+/, '00000000'), userId)).toThrow(/another|key/)
  })

  it('is asked for after the password; before, there is no session', async () => {
    const { app } = await givenApp()
    const before = await postgres().session.count()
    const id = await challenge()
    expect(await postgres().session.count()).toBe(before)
    const session = sessionOf(await showSecondFactor(id, { code: app.generate() }, browser()))
    expect(await findSession(session.token, 'CUSTOMER')).toMatchObject({ userId, aal: 2 })
  })

  it('accepts a code once, even if it comes ten times at the same time', async () => {
    const { app } = await givenApp()
    const code = app.generate()
    const ids = await Promise.all(Array.from({ length: 10 }, challenge))
    const all = await Promise.allSettled(ids.map((id) => showSecondFactor(id, { code }, browser())))
    expect(outcomes(all).filter((outcome) => outcome === 'in')).toHaveLength(1)
  })

  it('cannot be guessed: of twenty tries at once, five are heard', async () => {
    await givenApp()
    const id = await challenge()
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => showSecondFactor(id, { code: String(n).padStart(6, '0') }, browser())),
    )
    expect(outcomes(all).filter((outcome) => outcome === 'wrong_code')).toHaveLength(5)
    expect(outcomes(all).filter((outcome) => outcome === 'expired_link')).toHaveLength(15)
  })

  it('cannot be guessed by somebody who knows the password and starts ever new sign-ins', async () => {
    const { app, codes } = await givenApp()
    const heard: string[] = []
    for (let round = 0; round < 6; round++) {
      const id = await challenge()
      const all = await Promise.allSettled(
        Array.from({ length: 5 }, (_, n) => showSecondFactor(id, { code: `00${round}00${n}` }, browser())),
      )
      heard.push(...outcomes(all))
    }
    expect(heard.filter((outcome) => outcome === 'wrong_code')).toHaveLength(20)
    expect(heard.filter((outcome) => outcome === 'too_many_requests')).toHaveLength(10)
    for (const factor of [{ code: app.generate() }, { recoveryCode: codes[0]! }])
      await expect(showSecondFactor(await challenge(), factor, browser())).rejects.toMatchObject({
        code: 'too_many_requests',
      })
  })

  it('is switched off by a last code', async () => {
    const { app } = await givenApp()
    await expect(removeTotp({ userId }, '000000', browser())).rejects.toMatchObject(wrong.rejects)
    await removeTotp({ userId }, app.generate(), browser())
    sessionOf(await signInWithPassword({ email, password: PASSWORD }, browser()))
    expect(await secondFactorOf(userId)).toEqual({ isOn: false, recoveryCodesLeft: 0 })
  })
})

describe('a recovery code', () => {
  it('lets in once, however it is typed, and is told by mail', async () => {
    const { codes } = await givenApp()
    const [code = ''] = codes
    const typed = ` ${code.toLowerCase().replace('-', ' ')} `
    sessionOf(await showSecondFactor(await challenge(), { recoveryCode: typed }, browser()))
    const again = showSecondFactor(await challenge(), { recoveryCode: code }, browser())
    await expect(again).rejects.toMatchObject(wrong.rejects)
    expect((await secondFactorOf(userId)).recoveryCodesLeft).toBe(9)
    expect(await jobsIn('mail.account-notice')).toContainEqual(
      expect.objectContaining({ userId, notice: 'recovery_code_used' }),
    )
  })

  it('lets in one of five who use it at the same time', async () => {
    const { codes } = await givenApp()
    const ids = await Promise.all(Array.from({ length: 5 }, challenge))
    const all = await Promise.allSettled(ids.map((id) => showSecondFactor(id, { recoveryCode: codes[0]! }, browser())))
    expect(outcomes(all).filter((outcome) => outcome === 'in')).toHaveLength(1)
  })
})
