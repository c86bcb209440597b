import { beforeEach, describe, expect, it } from 'vitest'
import { postgres, transaction } from '@/lib/db/postgres'
import { emptyStores } from '../../testing/fixtures'
import { browser, createPerson, PASSWORD, sessionOf } from '../../testing/people'
import { changePassword } from '../sign-in/mail-links'
import { endOtherSessions, endSession, endSessions, listSessions } from '../sign-in/sessions'
import { findAppPerson, signInApp } from './app-sessions'
import { cleanUpRefreshTokens, refreshTokens, revokeTokens, startTokens } from './refresh-tokens'

const DAY_MS = 86_400_000
const email = 'ines@example.com'
const client = browser({ userAgent: 'Nexus/1.0 (iPhone)', deviceId: null })
const refresh = (token: string, now?: Date) => refreshTokens(token, client, now)
const later = (ms: number) => new Date(Date.now() + ms)
const INVALID = { code: 'invalid_token' }

/** Signs in with an app. Returns its tokens and the id of its session. */
async function givenApp() {
  const session = sessionOf(await signInApp({ email, password: PASSWORD }, client))
  return { ...(await startTokens(session)), sessionId: session.sessionId }
}

let ines: string
beforeEach(async () => {
  await emptyStores()
  ines = await createPerson({ email })
})

describe('the sign-in of an app', () => {
  it('appears in the list of sessions, and gives tokens that act for the person', async () => {
    const { accessToken, sessionId } = await givenApp()
    expect(await listSessions(ines, '')).toMatchObject([{ id: sessionId }])
    expect(await postgres().session.findFirst()).toMatchObject({ via: 'app' })
    expect(await findAppPerson(accessToken)).toMatchObject({ userId: ines, sessionId, user: { email } })
  })

  it('is refused like the form for a wrong password, and counts towards the same limits', async () => {
    const wrong = () => signInApp({ email, password: 'guess' }, client)
    for (let time = 0; time < 5; time++) await expect(wrong()).rejects.toMatchObject({ code: 'wrong_credentials' })
    await expect(wrong()).rejects.toMatchObject({ code: 'too_many_requests' })
    await expect(givenApp()).rejects.toMatchObject({ code: 'too_many_requests' })
  })
})

describe('a refresh token', () => {
  it('is replaced at each use, and the new tokens work', async () => {
    const first = await givenApp()
    const second = await refresh(first.refreshToken)
    const third = await refresh(second.refreshToken)
    expect(new Set([first, second, third].map(({ refreshToken }) => refreshToken)).size).toBe(3)
    expect(await findAppPerson(third.accessToken)).toMatchObject({ userId: ines, sessionId: first.sessionId })
  })

  it('is stored as a hash only', async () => {
    const { refreshToken } = await givenApp()
    const rows = await postgres().$queryRaw<{ row: string }[]>`SELECT "RefreshToken"::text AS row FROM "RefreshToken"`
    expect(rows).toHaveLength(1)
    expect(rows[0]?.row).not.toContain(refreshToken.slice(4, 24))
  })

  it('used twenty times at once has one child, which all of them get', async () => {
    const { refreshToken } = await givenApp()
    const all = await Promise.all(Array.from({ length: 20 }, () => refresh(refreshToken)))
    expect(new Set(all.map((next) => next.refreshToken)).size).toBe(1)
    expect(await postgres().refreshToken.count()).toBe(2)
    await refresh(all[0]!.refreshToken)
  })

  it('leads to the same child for ten seconds, for an app that lost the answer', async () => {
    const { refreshToken } = await givenApp()
    const now = new Date()
    const child = await refresh(refreshToken, now)
    const again = await refresh(refreshToken, new Date(Number(now) + 9_000))
    expect(again.refreshToken).toBe(child.refreshToken)
    await expect(refresh(refreshToken, new Date(Number(now) + 10_001))).rejects.toMatchObject(INVALID)
  })

  it('that is used again after its child was used ends the session, also within ten seconds', async () => {
    const stolen = await givenApp()
    const second = await refresh(stolen.refreshToken)
    const third = await refresh(second.refreshToken)
    await expect(refresh(stolen.refreshToken)).rejects.toMatchObject(INVALID)
    for (const token of [second, third]) {
      await expect(refresh(token.refreshToken)).rejects.toMatchObject(INVALID)
      expect(await findAppPerson(token.accessToken)).toBeNull()
    }
    expect(await postgres().session.count()).toBe(0)
    expect(await postgres().authEvent.count({ where: { type: 'refresh token reused' } })).toBe(1)
  })

  it('that is used again after ten seconds ends the session', async () => {
    const { refreshToken } = await givenApp()
    const child = await refresh(refreshToken)
    await expect(refresh(refreshToken, later(11_000))).rejects.toMatchObject(INVALID)
    await expect(refresh(child.refreshToken)).rejects.toMatchObject(INVALID)
  })

  it('ends with its own family only', async () => {
    const [phone, tablet] = [await givenApp(), await givenApp()]
    await refresh(phone.refreshToken)
    await expect(refresh(phone.refreshToken, later(11_000))).rejects.toMatchObject(INVALID)
    await refresh(tablet.refreshToken)
  })

  it('keeps the session for 90 days at most, and for 30 days without use', async () => {
    let { refreshToken } = await givenApp()
    await expect(refresh(refreshToken, later(31 * DAY_MS))).rejects.toMatchObject(INVALID)
    for (const day of [29, 58, 87]) ({ refreshToken } = await refresh(refreshToken, later(day * DAY_MS)))
    await expect(refresh(refreshToken, later(91 * DAY_MS))).rejects.toMatchObject(INVALID)
  })

  it('is worth nothing after its person signed it out, or everywhere, or changed the password', async () => {
    const browserId = sessionOf(await signInApp({ email, password: PASSWORD }, browser())).sessionId
    const other = { userId: ines, sessionId: browserId }
    const endings = [
      ({ sessionId }: { sessionId: string }) => endSession({ userId: ines, sessionId, client }),
      () => endOtherSessions(other),
      () => changePassword(other, { current: PASSWORD, next: 'lemon harbour velvet' }, client),
    ]
    const apps = [await givenApp(), await givenApp(), await givenApp()]
    await endings[0]!(apps[0]!)
    await expect(refresh(apps[0]!.refreshToken)).rejects.toMatchObject(INVALID)
    await refresh(apps[1]!.refreshToken)
    await endings[1]!(apps[1]!)
    await expect(refresh(apps[1]!.refreshToken)).rejects.toMatchObject(INVALID)
    const last = await givenApp()
    await endings[2]!(last)
    await expect(refresh(last.refreshToken)).rejects.toMatchObject(INVALID)
    expect(await findAppPerson(last.accessToken)).toBeNull()
  })

  it('is worth nothing once all sessions were ended, however many refreshes run at that moment', async () => {
    const { refreshToken } = await givenApp()
    const results = await Promise.allSettled([
      ...Array.from({ length: 10 }, () => refresh(refreshToken)),
      transaction((tx) => endSessions(tx, ines, null)),
    ])
    expect(results.filter(({ status }) => status === 'rejected').every(isInvalid)).toBe(true)
    expect(await postgres().refreshToken.count()).toBe(0)
    await expect(refresh(refreshToken)).rejects.toMatchObject(INVALID)
  })

  it('rests while the account is on hold', async () => {
    const { refreshToken, accessToken } = await givenApp()
    await postgres().user.updateMany({ data: { blockedAt: new Date() } })
    await expect(refresh(refreshToken)).rejects.toMatchObject(INVALID)
    expect(await findAppPerson(accessToken)).toBeNull()
  })

  it('is given back by the app, which ends the session', async () => {
    const { refreshToken, accessToken } = await givenApp()
    await revokeTokens('nxr_unknown', client)
    await revokeTokens(refreshToken, client)
    await revokeTokens(refreshToken, client)
    await expect(refresh(refreshToken)).rejects.toMatchObject(INVALID)
    expect(await findAppPerson(accessToken)).toBeNull()
  })

  it('is replaced at most 60 times a minute', async () => {
    let { refreshToken } = await givenApp()
    for (let time = 0; time < 60; time++) ({ refreshToken } = await refresh(refreshToken))
    await expect(refresh(refreshToken)).rejects.toMatchObject({ code: 'too_many_requests' })
  })

  it('that does not exist is refused, and counted by network', async () => {
    const guess = (token: string) => refreshTokens(token, client)
    for (const token of ['', 'nxr_', `nxr_${'a'.repeat(43)}`, "' OR 1=1 --", 'x'.repeat(100_000)])
      await expect(guess(token)).rejects.toMatchObject(INVALID)
    for (let time = 0; time < 55; time++) await expect(guess('nxr_')).rejects.toMatchObject(INVALID)
    await expect(guess('nxr_')).rejects.toMatchObject({ code: 'too_many_requests' })
    await givenApp().then(({ refreshToken }) => refresh(refreshToken))
  })

  it('is deleted 7 days after it was replaced', async () => {
    const { refreshToken } = await givenApp()
    await refresh(refreshToken)
    expect(await cleanUpRefreshTokens(later(6 * DAY_MS))).toBe(0)
    expect(await cleanUpRefreshTokens(later(8 * DAY_MS))).toBe(1)
  })
})

const isInvalid = (result: PromiseSettledResult<unknown>) =>
  result.status === 'rejected' && result.reason?.code === 'invalid_token'
