import { createHash, randomUUID } from 'node:crypto'
import type { ApiTokenView, NewApiToken } from '@/lib/contracts/customers/tokens'
import { postgres, transaction } from '@/lib/db/postgres'
import { isApiToken, lastFourOf, newApiToken, shortToken } from '@/lib/domain/customers/api-token'
import { ALL_CUSTOMER_SCOPES, isCustomerScope, type Scope, scopesBeyond } from '@/lib/domain/customers/scopes'
import { DomainError } from '@/lib/errors'
import { decrypt, encrypt } from '../sign-in/secret-box'
import { type Client, recordEvent } from '../sign-in/sessions'

const MAX_TOKENS = 20
const DAY_MS = 86_400_000
/** How often the time of the last use is written, because a write per request would be a waste. */
const USED_EVERY_MS = 60_000
const KEPT_AFTER_END_MS = 90 * DAY_MS

/** The person for whom a program acts with an API token. */
export interface TokenOwner {
  tokenId: string
  userId: string
  scopes: Scope[]
  /** Id of the account's cart; null if it has none. */
  cartId: string | null
}

/**
 * Creates an API token. `held` are the scopes of the creator, beyond which no token goes. Returns the token, which is
 * not stored and cannot be read again. Errors: not_allowed (a scope beyond the creator's), invalid_input (too many).
 */
export async function createApiToken(
  { userId, client, held = ALL_CUSTOMER_SCOPES }: { userId: string; client: Client; held?: readonly Scope[] },
  { name, scopes, expiresInDays }: NewApiToken,
  now = new Date(),
): Promise<{ id: string; token: string }> {
  const beyond = scopesBeyond(scopes, held)
  if (beyond.length > 0)
    throw new DomainError('not_allowed', `You cannot give what you may not do: ${beyond.join(', ')}.`)
  const token = newApiToken()
  const id = randomUUID()
  await transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "User" WHERE id = ${userId}::uuid FOR UPDATE`
    if ((await tx.apiToken.count({ where: { userId, ...active(now) } })) >= MAX_TOKENS)
      throw new DomainError('invalid_input', `There is room for ${MAX_TOKENS} tokens. Revoke one first.`)
    const expiresAt = expiresInDays === null ? null : new Date(Number(now) + expiresInDays * DAY_MS)
    const shown = { tokenHash: hashOf(token), lastFour: lastFourOf(token) }
    await tx.apiToken.create({ data: { id, userId, name, scopes, expiresAt, createdAt: now, ...shown } })
    await recordEvent(tx, { userId, type: 'API token made', client })
  })
  return { id, token }
}

/** Encrypts a new token for its owner's browser, which keeps it until the next page shows it. */
export const sealApiToken = (token: string, userId: string): string => encrypt(token, userId)

/** Returns a person's new token, as it was sealed for their browser; null if it was shown before, or has ended. */
export async function showApiTokenOnce(userId: string, { id, sealed }: { id: string; sealed: string }) {
  return (await markShown(userId, id)) ? decrypt(sealed, userId) : null
}

async function markShown(userId: string, id: string): Promise<boolean> {
  const where = { id, userId, shownAt: null, ...active(new Date()) }
  return (await postgres().apiToken.updateMany({ where, data: { shownAt: new Date() } })).count === 1
}

/** Returns a person's tokens that have not been revoked, the newest first. Expired ones stay in it for a while. */
export async function listApiTokens(userId: string, now = new Date()): Promise<ApiTokenView[]> {
  const rows = await postgres().apiToken.findMany({
    where: { userId, revokedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map(({ id, name, lastFour, scopes, lastUsedAt, expiresAt }) => ({
    ...{ id, name, scopes, short: shortToken(lastFour) },
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    daysLeft: expiresAt && Math.max(0, Math.ceil((Number(expiresAt) - Number(now)) / DAY_MS)),
  }))
}

/** Revokes one of a person's tokens. Revoking one that is revoked, or somebody else's, changes nothing. */
export async function revokeApiToken({ userId, id, client }: { userId: string; id: string; client: Client }) {
  await transaction(async (tx) => {
    const where = { id, userId, revokedAt: null }
    const { count } = await tx.apiToken.updateMany({ where, data: { revokedAt: new Date() } })
    if (count > 0) await recordEvent(tx, { userId, type: 'API token revoked', client })
  })
}

/**
 * Returns for whom a program acts with a token; null if the token is unknown, revoked or expired, or its owner on hold. A
 * token with a wrong checksum is refused without asking the database. Rejects if the database cannot be asked.
 */
export async function findTokenOwner(token: string, now = new Date()): Promise<TokenOwner | null> {
  if (!isApiToken(token)) return null
  const [row] = await postgres().$queryRaw<
    { tokenId: string; userId: string; scopes: string[]; cartId: string | null; lastUsedAt: Date | null }[]
  >`
    SELECT token.id AS "tokenId", token."userId", token.scopes, token."lastUsedAt", cart.id AS "cartId"
    FROM "ApiToken" token
    JOIN "User" person ON person.id = token."userId" AND person."blockedAt" IS NULL
    LEFT JOIN "Cart" cart ON cart."userId" = person.id AND NOT cart."isSaved"
    WHERE token."tokenHash" = ${hashOf(token)} AND token."revokedAt" IS NULL
      AND (token."expiresAt" IS NULL OR token."expiresAt" > ${now})`
  if (!row) return null
  const { tokenId, userId, cartId, lastUsedAt } = row
  if (!lastUsedAt || Number(now) - Number(lastUsedAt) > USED_EVERY_MS)
    await postgres().apiToken.updateMany({ where: { id: tokenId }, data: { lastUsedAt: now } })
  return { tokenId, userId, cartId, scopes: row.scopes.filter(isCustomerScope) }
}

/** Deletes tokens that were revoked or expired 90 days ago or earlier. Returns how many were deleted. */
export async function cleanUpApiTokens(now = new Date()): Promise<number> {
  const before = new Date(Number(now) - KEPT_AFTER_END_MS)
  const { count } = await postgres().apiToken.deleteMany({
    where: { OR: [{ revokedAt: { lt: before } }, { expiresAt: { lt: before } }] },
  })
  return count
}

const active = (now: Date) => ({ revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] })
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')
