import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { SessionView } from '@/lib/contracts/customers'
import type { SessionKind } from '@/lib/db/generated/client'
import { postgres, type Tx } from '@/lib/db/postgres'
import { countryText, deviceName } from '@/lib/domain/customers/device'
import { DomainError } from '@/lib/errors'
import { enqueue } from '@/lib/jobs/enqueue'
import { ensureUserCart } from '../../cart/joining'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const LIFETIMES: Record<SessionKind, { idleMs: number; absoluteMs: number }> = {
  CUSTOMER: { idleMs: 30 * DAY_MS, absoluteMs: 90 * DAY_MS },
  STAFF: { idleMs: 12 * HOUR_MS, absoluteMs: 7 * DAY_MS },
}
/** How often the time of the last use is written, because a write per request would be a waste. */
const SEEN_EVERY_MS = 5 * MINUTE_MS
const MAX_USER_AGENT = 300

/** The browser from which somebody acts, as the HTTP layer identified it. */
export interface Client {
  /** An IPv4 address, or the /64 of an IPv6 address. */
  network: string
  userAgent: string
  /** Id from the signed cookie of this browser; null if it has none. */
  deviceId: string | null
  /** ISO 3166 code of the country; missing or null if unknown. */
  country?: string | null
}

/** The person behind a session token. */
export interface SignedIn {
  sessionId: string
  userId: string
  kind: SessionKind
  aal: number
  authAt: Date
  expiresAt: Date
  user: { email: string; name: string }
  /** Id of the account's cart, which exists for as long as the session. */
  cartId: string | null
}

/** Starts a session and records the sign-in. Returns the token for the cookie, which is not stored. */
export async function startSession(
  tx: Tx,
  start: { userId: string; kind?: SessionKind; via: string; aal?: 1 | 2; client: Client; now?: Date },
): Promise<{ token: string; sessionId: string; expiresAt: Date }> {
  const { userId, kind = 'CUSTOMER', via, aal = 1, client, now = new Date() } = start
  const { idleMs, absoluteMs } = LIFETIMES[kind]
  const token = newToken()
  const sessionId = randomUUID()
  const expiresAt = new Date(Number(now) + absoluteMs)
  await tx.session.create({
    data: {
      id: sessionId,
      tokenHash: hashOf(token),
      ...{ userId, kind, via, aal, expiresAt },
      ...{ authAt: now, lastSeenAt: now, idleExpiresAt: new Date(Number(now) + idleMs) },
      ...from(client),
      country: client.country ?? null,
    },
  })
  await recordEvent(tx, { userId, type: `signed in by ${via}`, client })
  await keepAccount(tx, userId, client)
  await ensureUserCart(tx, userId)
  await noteDevice(tx, userId, client)
  return { token, sessionId, expiresAt }
}

/** Keeps an account that was about to be deleted: signing in means that the person has changed their mind. */
async function keepAccount(tx: Tx, userId: string, client: Client): Promise<void> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, deletionAt: { not: null } },
    data: { deletionAt: null },
  })
  if (count > 0) await recordEvent(tx, { userId, type: 'deletion stopped', client })
}

/** Remembers the browser. If the person has used others but not this one, they are told by mail. */
async function noteDevice(tx: Tx, userId: string, { deviceId, userAgent, country }: Client): Promise<void> {
  const known = await tx.knownDevice.findMany({ where: { userId }, select: { deviceId: true } })
  if (deviceId && known.some((device) => device.deviceId === deviceId)) return
  if (deviceId) await tx.knownDevice.create({ data: { userId, deviceId } })
  if (known.length === 0) return
  const place = country ? countryText(country) : undefined
  const at = new Date().toISOString()
  const data = { id: randomUUID(), userId, notice: 'new_device', device: deviceName(userAgent), place, at } as const
  await enqueue(tx, { name: 'mail.account-notice', data })
}

/**
 * Returns who is signed in with a token; null if nobody is: unknown, ended, expired, or an account on hold. Rejects if
 * the database cannot be asked, which is not the same as being signed out. One statement, because every personal request
 * runs it.
 */
export async function findSession(token: string, kind: SessionKind, now = new Date()): Promise<SignedIn | null> {
  const [row] = await postgres().$queryRaw<(Omit<SignedIn, 'user'> & SignedIn['user'] & { lastSeenAt: Date })[]>`
    SELECT session.id AS "sessionId", session."userId", session.kind, session.aal, session."authAt",
      session."expiresAt", session."lastSeenAt", person.email, person.name, cart.id AS "cartId"
    FROM "Session" session
    JOIN "User" person ON person.id = session."userId" AND person."blockedAt" IS NULL
    LEFT JOIN "Cart" cart ON cart."userId" = person.id AND NOT cart."isSaved"
    WHERE session."tokenHash" = ${hashOf(token)} AND session.kind = ${kind}::"SessionKind"
      AND session."expiresAt" > ${now} AND session."idleExpiresAt" > ${now}`
  if (!row) return null
  const { email, name, lastSeenAt, ...session } = row
  if (Number(now) - Number(lastSeenAt) > SEEN_EVERY_MS) await noteSeen(session, now)
  return { ...session, user: { email, name } }
}

const noteSeen = ({ sessionId, kind }: Pick<SignedIn, 'sessionId' | 'kind'>, now: Date) =>
  postgres().session.updateMany({
    where: { id: sessionId },
    data: { lastSeenAt: now, idleExpiresAt: new Date(Number(now) + LIFETIMES[kind].idleMs) },
  })

/** Gives a session a new token, after which the old one is worth nothing. Throws not_found if the session has ended. */
export async function rotateSession(tx: Tx, sessionId: string): Promise<string> {
  const token = newToken()
  const { count } = await tx.session.updateMany({ where: { id: sessionId }, data: { tokenHash: hashOf(token) } })
  if (count === 0) throw new DomainError('not_found', 'This session has ended. Please sign in again.')
  return token
}

/** Returns a person's sessions, the last used first. `current` is the id of the session that asks. */
export async function listSessions(userId: string, current: string, now = new Date()): Promise<SessionView[]> {
  const rows = await postgres().session.findMany({
    where: { userId, kind: 'CUSTOMER', expiresAt: { gt: now }, idleExpiresAt: { gt: now } },
    orderBy: { lastSeenAt: 'desc' },
  })
  return rows.map(({ id, userAgent, country, createdAt, lastSeenAt }) => ({
    id,
    device: deviceName(userAgent),
    place: country && countryText(country),
    isCurrent: id === current,
    startedAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
  }))
}

/** Ends one of a person's sessions. Ending one that has ended, or is somebody else's, changes nothing. */
export async function endSession(session: { userId: string; sessionId: string; client: Client }): Promise<void> {
  const { userId, sessionId, client } = session
  const { count } = await postgres().session.deleteMany({ where: { id: sessionId, userId } })
  if (count > 0) await recordEvent(postgres(), { userId, type: 'signed out', client })
}

/** Ends all of a person's sessions but one; all of them if `except` is null. Returns how many were ended. */
export async function endSessions(tx: Tx, userId: string, except: string | null): Promise<number> {
  const { count } = await tx.session.deleteMany({ where: { userId, ...(except !== null && { id: { not: except } }) } })
  return count
}

/** Ends all sessions of a customer but the one that asks. Returns how many were ended. */
export const endOtherSessions = ({ userId, sessionId }: { userId: string; sessionId: string }): Promise<number> =>
  endSessions(postgres(), userId, sessionId)

/** Records that the person of a session has just proved who they are. */
export async function noteProof(sessionId: string, now = new Date()): Promise<void> {
  await postgres().session.updateMany({ where: { id: sessionId }, data: { authAt: now } })
}

/** Records an event of an account's sign-in log. */
export async function recordEvent(tx: Tx, event: { userId: string; type: string; client: Client }): Promise<void> {
  const { client, ...rest } = event
  await tx.authEvent.create({ data: { ...rest, ...from(client) } })
}

/** Deletes sessions that have expired. Returns how many were deleted. */
export async function cleanUpSessions(now = new Date()): Promise<number> {
  const { count } = await postgres().session.deleteMany({
    where: { OR: [{ expiresAt: { lt: now } }, { idleExpiresAt: { lt: now } }] },
  })
  return count
}

const from = ({ network, userAgent }: Client) => ({ network, userAgent: userAgent.slice(0, MAX_USER_AGENT) })
const newToken = () => randomBytes(32).toString('base64url')
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')
