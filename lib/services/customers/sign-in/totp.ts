import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { Secret, TOTP } from 'otpauth'
import { postgres, type Tx, transaction } from '@/lib/db/postgres'
import { DomainError } from '@/lib/errors'
import { countAttempts, forgiveAttempts, type Limit } from '../../rate-limit'
import { decrypt, encrypt } from './secret-box'
import { type Client, endSessions, recordEvent, rotateSession } from './sessions'

// RFC 6238 with the parameters that every authenticator app knows.
const PERIOD_S = 30
const SECRET_BYTES = 20
const WINDOW = 1

// A challenge allows five tries, but who knows the password can have any number of challenges.
const PER_ACCOUNT: Limit = { name: 'second factor', max: 20, windowSeconds: 3_600 }

const RECOVERY_CODES = 10
const RECOVERY_LENGTH = 10
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
// Recovery codes have 50 random bits and cannot be guessed, so a light hash is enough.
const RECOVERY_HASH = { memoryCost: 4_096, timeCost: 2, parallelism: 1 }

const appOf = (secret: string, label = '') =>
  new TOTP({
    issuer: 'Nexus',
    label,
    secret: Secret.fromBase32(secret),
    period: PERIOD_S,
    digits: 6,
    algorithm: 'SHA1',
  })

/**
 * Starts to set up an authenticator app, and replaces a set-up that was not confirmed. Returns the secret for typing and
 * the address for the QR code. Errors: out_of_date (there is a confirmed app already).
 */
export async function startTotp({ userId, email }: { userId: string; email: string }) {
  const secret = new Secret({ size: SECRET_BYTES }).base32
  return transaction(async (tx) => {
    await refuseIfOn(tx, userId)
    const data = { secret: encrypt(secret, userId), lastStep: 0n }
    await tx.totp.upsert({ where: { userId }, create: { userId, ...data }, update: data })
    return { secret, uri: appOf(secret, email).toString() }
  })
}

/** Returns the set-up that is waiting for its first code; null if there is none. */
export async function findUnconfirmedTotp({ userId, email }: { userId: string; email: string }) {
  const totp = await postgres().totp.findFirst({ where: { userId, confirmedAt: null } })
  if (!totp) return null
  const secret = decrypt(totp.secret, userId)
  return { secret, uri: appOf(secret, email).toString() }
}

async function refuseIfOn(tx: Tx, userId: string): Promise<void> {
  if ((await tx.totp.count({ where: { userId, confirmedAt: { not: null } } })) > 0)
    throw new DomainError('out_of_date', 'There is an authenticator app already. Switch it off first.')
}

/**
 * Switches the second factor on with a first code, ends all other sessions and gives this one a new token. Returns the
 * token and ten recovery codes, which are not stored in plain and cannot be shown again. Errors: wrong_code,
 * out_of_date, too_many_requests.
 */
export async function confirmTotp(
  { userId, sessionId }: { userId: string; sessionId: string },
  code: string,
  client: Client,
): Promise<{ codes: string[]; token: string }> {
  await transaction((tx) => refuseIfOn(tx, userId))
  await requireTotp(userId, code, false)
  const codes = newRecoveryCodes()
  const hashes = await hashesOf(codes)
  return transaction(async (tx) => {
    const { count } = await tx.totp.updateMany({
      where: { userId, confirmedAt: null },
      data: { confirmedAt: new Date() },
    })
    if (count === 0) throw new DomainError('out_of_date', 'There is an authenticator app already.')
    await replaceCodes(tx, userId, hashes)
    await endSessions(tx, userId, sessionId)
    await recordEvent(tx, { userId, type: 'authenticator app on', client })
    return { codes, token: await rotateSession(tx, sessionId) }
  })
}

/** Replaces a person's recovery codes. Returns the new ones, which cannot be shown again. */
export async function renewRecoveryCodes(userId: string, client: Client): Promise<string[]> {
  const codes = newRecoveryCodes()
  const hashes = await hashesOf(codes)
  await transaction(async (tx) => {
    await replaceCodes(tx, userId, hashes)
    await recordEvent(tx, { userId, type: 'recovery codes renewed', client })
  })
  return codes
}

async function replaceCodes(tx: Tx, userId: string, hashes: string[]): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({ data: hashes.map((hash) => ({ userId, hash })) })
}

/** Switches the second factor off, and deletes its recovery codes. Errors: wrong_code. */
export async function removeTotp({ userId }: { userId: string }, code: string, client: Client): Promise<void> {
  await requireTotp(userId, code, true)
  await transaction(async (tx) => {
    await tx.totp.deleteMany({ where: { userId } })
    await tx.recoveryCode.deleteMany({ where: { userId } })
    await recordEvent(tx, { userId, type: 'authenticator app off', client })
  })
}

/**
 * Throws wrong_code unless this is the app's current code, or the one before or after it, and too_many_requests after
 * twenty failures in an hour. A code is accepted once: the
 * conditional update refuses its step and all before it, also if several requests try at the same time.
 */
export async function requireTotp(userId: string, code: string, isConfirmed: boolean): Promise<void> {
  await countingFailures(userId, () => checkTotp(userId, code, isConfirmed))
}

async function checkTotp(userId: string, code: string, isConfirmed: boolean): Promise<void> {
  const totp = await postgres().totp.findUnique({ where: { userId } })
  if (!totp || (totp.confirmedAt !== null) !== isConfirmed) throw wrong()
  const delta = appOf(decrypt(totp.secret, userId)).validate({ token: code, window: WINDOW })
  if (delta === null) throw wrong()
  const step = BigInt(Math.floor(Date.now() / 1000 / PERIOD_S) + delta)
  const { count } = await postgres().totp.updateMany({
    where: { userId, lastStep: { lt: step } },
    data: { lastStep: step },
  })
  if (count === 0) throw wrong()
}

/** Runs a check of a code. Only failures stay counted. Errors: those of the check, too_many_requests. */
async function countingFailures<Value>(userId: string, check: () => Promise<Value>): Promise<Value> {
  const attempt = { limit: PER_ACCOUNT, subject: userId }
  await countAttempts([attempt])
  const value = await check()
  await forgiveAttempts([attempt])
  return value
}

const wrong = () =>
  new DomainError('wrong_code', 'This code has run out or is mistyped. Type the one that shows now.', { field: 'code' })

/**
 * Uses up a recovery code. Returns how many are left. Errors: wrong_code, also if another request used it at the same
 * time.
 */
export async function spendRecoveryCode(userId: string, typed: string): Promise<number> {
  return countingFailures(userId, () => checkRecoveryCode(userId, typed))
}

async function checkRecoveryCode(userId: string, typed: string): Promise<number> {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  const unused = await postgres().recoveryCode.findMany({ where: { userId, usedAt: null } })
  const matches = await Promise.all(unused.map(({ hash }) => verify(hash, code)))
  const match = unused[matches.indexOf(true)]
  const used = match
    ? await postgres().recoveryCode.updateMany({ where: { id: match.id, usedAt: null }, data: { usedAt: new Date() } })
    : { count: 0 }
  if (used.count === 0)
    throw new DomainError('wrong_code', 'This is not one of your unused recovery codes.', { field: 'code' })
  return unused.length - 1
}

/** Returns whether the second factor is on, and how many recovery codes are left. */
export async function secondFactorOf(userId: string): Promise<{ isOn: boolean; recoveryCodesLeft: number }> {
  const [on, recoveryCodesLeft] = await Promise.all([
    postgres().totp.count({ where: { userId, confirmedAt: { not: null } } }),
    postgres().recoveryCode.count({ where: { userId, usedAt: null } }),
  ])
  return { isOn: on > 0, recoveryCodesLeft }
}

/** Returns recovery codes such as "4QK7M-0ZT9X", each with 50 random bits. */
function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const text = [...randomBytes(RECOVERY_LENGTH)].map((byte) => CROCKFORD[byte % CROCKFORD.length]).join('')
    return `${text.slice(0, RECOVERY_LENGTH / 2)}-${text.slice(RECOVERY_LENGTH / 2)}`
  })
}

const hashesOf = (codes: string[]) => Promise.all(codes.map((code) => hash(code.replace('-', ''), RECOVERY_HASH)))
