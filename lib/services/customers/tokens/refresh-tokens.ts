import { createHash, createHmac, randomUUID } from 'node:crypto'
import type { AppTokens } from '@/lib/contracts/customers/tokens'
import { postgres, type Tx, transaction } from '@/lib/db/postgres'
import { env } from '@/lib/env'
import { DomainError } from '@/lib/errors'
import { countAttempt, type Limit } from '../../rate-limit'
import { type Client, noteUse, recordEvent } from '../sign-in/sessions'
import { ACCESS_TOKEN_SECONDS, signAccessToken } from './access-tokens'

/** For how long a token that has just been replaced leads to its child again, for apps that lost the answer. */
const GRACE_MS = 10_000
const DAY_MS = 86_400_000
const KEPT_AFTER_USE_MS = 7 * DAY_MS
const SHAPE = /^nxr_[\w-]{43}$/

/** Counts the refreshes of a session; tokens that do not exist count by network. */
const REFRESHES: Limit = { name: 'refresh', max: 60, windowSeconds: 60 }

interface AppSession {
  sessionId: string
  userId: string
  expiresAt: Date
}

/** Returns the first tokens of an app's session. */
export async function startTokens(session: AppSession): Promise<AppTokens> {
  return tokensOf(session, await addToken(postgres(), { sessionId: session.sessionId, parentId: null }))
}

/**
 * Replaces a refresh token, and returns the next tokens. Within 10 seconds, the token that was replaced last leads to
 * the same child again; any other reuse means that somebody copied it, and ends the session. Errors: invalid_token (also
 * if the session has ended or expired, or the account is on hold), too_many_requests.
 */
export async function refreshTokens(token: string, client: Client, now = new Date()): Promise<AppTokens> {
  const sessionId = await sessionOf(token)
  await countAttempt({ limit: REFRESHES, subject: sessionId ?? client.network })
  if (sessionId === null) throw invalid()
  const next = await transaction(async (tx) => {
    const session = await lockSession(tx, sessionId, now)
    if (!session) return null
    const child = await childOf(tx, { token, sessionId, now })
    if (child === null) {
      await endFamily(tx, { ...session, type: 'refresh token reused', client })
      return null
    }
    await noteUse(tx, { sessionId, kind: 'CUSTOMER' }, now)
    return { session, child }
  })
  if (!next) throw invalid()
  return tokensOf(next.session, next.child, now)
}

/** Ends the session of a refresh token, also of a used one. An unknown token changes nothing, and is not told. */
export async function revokeTokens(token: string, client: Client): Promise<void> {
  const sessionId = await sessionOf(token)
  if (sessionId === null) return countAttempt({ limit: REFRESHES, subject: client.network })
  await transaction(async (tx) => {
    const [session] = await tx.$queryRaw<{ userId: string }[]>`
      SELECT "userId" FROM "Session" WHERE id = ${sessionId}::uuid FOR UPDATE`
    if (session) await endFamily(tx, { sessionId, userId: session.userId, type: 'signed out', client })
  })
}

/** Returns the session of a token; null if there is none. Text that is no refresh token is not looked for. */
async function sessionOf(token: string): Promise<string | null> {
  if (!SHAPE.test(token)) return null
  const row = await postgres().refreshToken.findUnique({
    where: { tokenHash: hashOf(token) },
    select: { sessionId: true },
  })
  return row?.sessionId ?? null
}

/**
 * Locks a session, so that its tokens are replaced one after the other. Returns null if it has ended or expired, or its
 * person is on hold.
 */
async function lockSession(tx: Tx, sessionId: string, now: Date): Promise<AppSession | null> {
  const [session] = await tx.$queryRaw<AppSession[]>`
    SELECT session.id AS "sessionId", session."userId", session."expiresAt"
    FROM "Session" session
    JOIN "User" person ON person.id = session."userId" AND person."blockedAt" IS NULL
    WHERE session.id = ${sessionId}::uuid AND session."expiresAt" > ${now} AND session."idleExpiresAt" > ${now}
    FOR UPDATE OF session`
  return session ?? null
}

/**
 * Returns the token that replaces `token`: a new one, or the one that exists if it has not been used and the grace period
 * is not over. Null if this is a reuse.
 */
async function childOf(
  tx: Tx,
  { token, sessionId, now }: { token: string; sessionId: string; now: Date },
): Promise<string | null> {
  const parent = await tx.refreshToken.findUnique({ where: { tokenHash: hashOf(token) } })
  if (!parent) return null
  if (parent.usedAt === null) {
    await tx.refreshToken.update({ where: { id: parent.id }, data: { usedAt: now } })
    return addToken(tx, { sessionId, parentId: parent.id })
  }
  const child = await tx.refreshToken.findUnique({ where: { parentId: parent.id } })
  const isInGrace = Number(now) - Number(parent.usedAt) <= GRACE_MS
  return isInGrace && child && child.usedAt === null ? tokenOf(child.id) : null
}

async function addToken(tx: Tx, row: { sessionId: string; parentId: string | null }): Promise<string> {
  const id = randomUUID()
  const token = tokenOf(id)
  await tx.refreshToken.create({ data: { id, ...row, tokenHash: hashOf(token) } })
  return token
}

/** Deletes a session and with it all its refresh tokens. */
async function endFamily(
  tx: Tx,
  { sessionId, userId, type, client }: { sessionId: string; userId: string; type: string; client: Client },
) {
  await tx.session.deleteMany({ where: { id: sessionId } })
  await recordEvent(tx, { userId, type, client })
}

async function tokensOf(session: AppSession, refreshToken: string, now = new Date()): Promise<AppTokens> {
  return {
    tokenType: 'Bearer',
    accessToken: await signAccessToken(session, now),
    expiresIn: ACCESS_TOKEN_SECONDS,
    refreshToken,
    sessionExpiresAt: session.expiresAt.toISOString(),
  }
}

/**
 * Deletes tokens that were replaced 7 days ago or earlier. Later reuse of such a token is refused like that of an unknown
 * one. Returns how many were deleted.
 */
export async function cleanUpRefreshTokens(now = new Date()): Promise<number> {
  const { count } = await postgres().refreshToken.deleteMany({
    where: { usedAt: { lt: new Date(Number(now) - KEPT_AFTER_USE_MS) } },
  })
  return count
}

/** Returns the token with this id. It is derived, so that the same child can be given twice although it is not stored. */
const tokenOf = (id: string) =>
  `nxr_${createHmac('sha256', env().NEXUS_SECRET).update(`refresh token ${id}`).digest('base64url')}`
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')
const invalid = () => new DomainError('invalid_token', 'This token is not valid any more. Please sign in again.')
