import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { postgres, transaction } from '@/lib/db/postgres'
import { emptyStores } from '../../testing/fixtures'
import {
  cleanUpSessions,
  endSession,
  endSessions,
  findSession,
  listSessions,
  rotateSession,
  startSession,
} from './sessions'

const DAY_MS = 86_400_000
const client = { network: '198.51.100.7', userAgent: 'a browser', deviceId: null }
let userId: string

beforeEach(async () => {
  await emptyStores()
  userId = await givenUser('ines@example.com')
})

async function givenUser(email: string): Promise<string> {
  const user = { email, emailKey: email, emailVerifiedAt: new Date(), name: 'Ines' }
  return (await postgres().user.create({ data: user })).id
}

const start = (options: Partial<Parameters<typeof startSession>[1]> = {}) =>
  transaction((tx) => startSession(tx, { userId, via: 'password', client, ...options }))
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)

describe('a session', () => {
  it('is found by its token, of which only a hash is stored', async () => {
    const { token, sessionId } = await start()
    expect(await findSession(token, 'CUSTOMER')).toMatchObject({ sessionId, userId, user: { name: 'Ines' } })
    expect(JSON.stringify(await postgres().session.findMany())).not.toContain(token)
    for (const wrong of ['', 'x', `${token}x`, token.toLowerCase()])
      expect(await findSession(wrong, 'CUSTOMER'), wrong).toBeNull()
  })

  it('of a customer is none of staff, nor the other way', async () => {
    const customer = await start()
    const staff = await start({ kind: 'STAFF' })
    expect(await findSession(customer.token, 'STAFF')).toBeNull()
    expect(await findSession(staff.token, 'CUSTOMER')).toBeNull()
  })

  it('ends after 30 days without use, or 90 days of use', async () => {
    const { token } = await start()
    expect(await findSession(token, 'CUSTOMER', inDays(31))).toBeNull()
    for (const day of [29, 58, 87]) expect(await findSession(token, 'CUSTOMER', inDays(day)), `${day}`).not.toBeNull()
    expect(await findSession(token, 'CUSTOMER', inDays(91))).toBeNull()
  })

  it('of staff ends after 12 hours without use, or 7 days of use', async () => {
    const { token } = await start({ kind: 'STAFF' })
    expect(await findSession(token, 'STAFF', inDays(0.51))).toBeNull()
    for (let half = 1; half <= 14; half++)
      expect(await findSession(token, 'STAFF', inDays(half * 0.49)), `${half}`).not.toBeNull()
    expect(await findSession(token, 'STAFF', inDays(7.1))).toBeNull()
  })

  it('of an account on hold is worth nothing', async () => {
    const { token } = await start()
    await postgres().user.update({ where: { id: userId }, data: { blockedAt: new Date() } })
    expect(await findSession(token, 'CUSTOMER')).toBeNull()
  })

  it('gets a new token, after which the old one is worth nothing', async () => {
    const { token, sessionId } = await start()
    const next = await transaction((tx) => rotateSession(tx, sessionId))
    expect(await findSession(token, 'CUSTOMER')).toBeNull()
    expect(await findSession(next, 'CUSTOMER')).toMatchObject({ sessionId })
    await expect(transaction((tx) => rotateSession(tx, randomUUID()))).rejects.toMatchObject({ code: 'not_found' })
  })

  it('notes its last use every five minutes, not at each request', async () => {
    const { token } = await start()
    const seen = async () => (await postgres().session.findFirstOrThrow()).lastSeenAt
    const before = await seen()
    await findSession(token, 'CUSTOMER', new Date(Number(before) + 60_000))
    expect(await seen()).toEqual(before)
    const later = new Date(Number(before) + 6 * 60_000)
    await findSession(token, 'CUSTOMER', later)
    expect(await seen()).toEqual(later)
  })
})

describe('the sessions of a person', () => {
  it('are listed and ended one by one, but only by the person', async () => {
    const other = await givenUser('other@example.com')
    const [mine, second] = [await start(), await start({ client: { ...client, userAgent: 'a phone' } })]
    const theirs = await start({ userId: other })
    const listed = await listSessions(userId, mine.sessionId)
    expect(listed.map(({ id, isCurrent }) => [id, isCurrent]).sort()).toEqual(
      [
        [mine.sessionId, true],
        [second.sessionId, false],
      ].sort(),
    )
    await endSession({ userId, sessionId: theirs.sessionId, client })
    expect(await findSession(theirs.token, 'CUSTOMER')).not.toBeNull()
    await endSession({ userId, sessionId: second.sessionId, client })
    expect(await findSession(second.token, 'CUSTOMER')).toBeNull()
  })

  it('are all ended but the one that asks', async () => {
    const [mine, second] = [await start(), await start()]
    expect(await transaction((tx) => endSessions(tx, userId, mine.sessionId))).toBe(1)
    expect(await findSession(mine.token, 'CUSTOMER')).not.toBeNull()
    expect(await findSession(second.token, 'CUSTOMER')).toBeNull()
  })

  it('leave a log that nobody can edit', async () => {
    const { sessionId } = await start()
    await endSession({ userId, sessionId, client })
    const events = await postgres().authEvent.findMany({ orderBy: { id: 'asc' } })
    expect(events.map(({ type }) => type)).toEqual(['signed in by password', 'signed out'])
    await expect(postgres().authEvent.updateMany({ data: { type: 'x' } })).rejects.toThrow()
    await expect(postgres().authEvent.deleteMany()).rejects.toThrow()
  })

  it('are deleted once they have expired', async () => {
    await start()
    expect(await cleanUpSessions()).toBe(0)
    expect(await cleanUpSessions(inDays(31))).toBe(1)
  })
})
