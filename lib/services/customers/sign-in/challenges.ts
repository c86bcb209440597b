import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { postgres, type Tx } from '@/lib/db/postgres'
import { env } from '@/lib/env'
import { DomainError } from '@/lib/errors'

/** What a person can be asked to confirm: with a link or code from a mail, an authenticator app, a passkey or a provider. */
export const CHALLENGE_KINDS = [
  'registration',
  'sign_in_link',
  'password_reset',
  'second_factor',
  'staff_second_factor',
  'email_change',
  'order_claim',
  'stock_notice',
  'passkey_sign_in',
  'passkey_registration',
  'provider',
] as const
export type ChallengeKind = (typeof CHALLENGE_KINDS)[number]

const MINUTE_MS = 60_000
const DAY_MS = 1_440 * MINUTE_MS
const LIFETIMES_MS: Partial<Record<ChallengeKind, number>> = {
  second_factor: 10 * MINUTE_MS,
  staff_second_factor: 10 * MINUTE_MS,
  passkey_sign_in: 5 * MINUTE_MS,
  passkey_registration: 5 * MINUTE_MS,
  provider: 15 * MINUTE_MS,
  stock_notice: DAY_MS, // opens no account, and is no reason to hurry
}
const LIFETIME_MS = 30 * MINUTE_MS
const MAX_CODES = 5

/** A challenge that has been met. `data` is what was stored with it, not parsed yet. */
export interface MetChallenge {
  id: string
  userId: string | null
  email: string
  data: unknown
}

/** Creates a challenge, which can be met once: for 30 minutes, or as long as LIFETIMES_MS says. Returns its id. */
export async function createChallenge(
  tx: Tx,
  challenge: { kind: ChallengeKind; userId?: string; email: string; data: Record<string, string> },
): Promise<string> {
  const id = randomUUID()
  const lifetime = LIFETIMES_MS[challenge.kind] ?? LIFETIME_MS
  await tx.authChallenge.create({ data: { id, ...challenge, expiresAt: new Date(Date.now() + lifetime) } })
  return id
}

/** Returns a challenge that has not been met yet, and has not expired; null if there is none. */
export async function findChallenge(id: string): Promise<{ kind: ChallengeKind; email: string; data: unknown } | null> {
  const row = await postgres().authChallenge.findFirst({
    where: { id, consumedAt: null, expiresAt: { gt: new Date() } },
  })
  return row && { kind: z.enum(CHALLENGE_KINDS).parse(row.kind), email: row.email, data: row.data }
}

/** Returns the secret part of a challenge's link. Only processes with NEXUS_SECRET can compute it. */
export const challengeToken = (id: string): string => `${id}.${mac(`link ${id}`).toString('base64url')}`

/** Returns a challenge's code: six digits. */
export const challengeCode = (id: string): string =>
  String(mac(`code ${id}`).readUIntBE(0, 6) % 1_000_000).padStart(6, '0')

const mac = (text: string) => createHmac('sha256', env().NEXUS_SECRET).update(`challenge ${text}`).digest()

const tokenSchema = z.string().regex(/^[0-9a-f-]{36}\.[\w-]{43}$/)

/**
 * Uses up a challenge with the token from its link. Throws expired_link if the token is wrong, used or too old; all of
 * them look the same.
 */
export async function meetByToken(tx: Tx, kind: ChallengeKind, token: string): Promise<MetChallenge> {
  const [id = ''] = token.split('.')
  if (!tokenSchema.safeParse(token).success || !isSame(token, challengeToken(id))) throw expired()
  return spendChallenge(tx, kind, id)
}

/** Returns the address to which a link was sent, without using the link up; null if it cannot be used any more. */
export async function peekByToken(kind: ChallengeKind, token: string): Promise<{ email: string } | null> {
  const [id = ''] = token.split('.')
  if (!tokenSchema.safeParse(token).success || !isSame(token, challengeToken(id))) return null
  return postgres().authChallenge.findFirst({ where: { id, ...unused(kind) }, select: { email: true } })
}

/**
 * Uses up a challenge with its code. Each try counts, also one that fails, so this must not run in a transaction that a
 * failure would undo. Throws wrong_code, or expired_link after five tries or 30 minutes.
 */
export async function tryCode(kind: ChallengeKind, id: string, code: string): Promise<void> {
  const tries = await postgres().authChallenge.updateMany({
    where: { id, ...unused(kind), attempts: { lt: MAX_CODES } },
    data: { attempts: { increment: 1 } },
  })
  if (tries.count === 0) throw expired()
  if (!isSame(code, challengeCode(id)))
    throw new DomainError('wrong_code', 'This is not the code from the mail. Please check the six digits.', {
      field: 'code',
    })
}

/** Uses up a challenge. The condition of the update makes sure that only one of several attempts succeeds. */
export async function spendChallenge(tx: Tx, kind: ChallengeKind, id: string): Promise<MetChallenge> {
  const used = await tx.authChallenge.updateMany({ where: { id, ...unused(kind) }, data: { consumedAt: new Date() } })
  if (used.count === 0) throw expired()
  const { userId, email, data } = await tx.authChallenge.findUniqueOrThrow({ where: { id } })
  return { id, userId, email, data }
}

const unused = (kind: ChallengeKind) => ({ kind, consumedAt: null, expiresAt: { gt: new Date() } })

/** Returns the error for a challenge that cannot be met any more. It does not say why. */
export const expired = () =>
  new DomainError('expired_link', 'This link or code has been used or is too old. Please ask for a new one.')

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Deletes challenges that ended a day ago or earlier. Returns how many were deleted. */
export async function cleanUpChallenges(now = new Date()): Promise<number> {
  const { count } = await postgres().authChallenge.deleteMany({
    where: { expiresAt: { lt: new Date(Number(now) - DAY_MS) } },
  })
  return count
}
