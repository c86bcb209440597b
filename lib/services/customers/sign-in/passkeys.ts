import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { PasskeyView } from '@/lib/contracts/customers'
import { postgres, type Tx, transaction } from '@/lib/db/postgres'
import { env } from '@/lib/env'
import { DomainError } from '@/lib/errors'
import { countAttempt, type Limit } from '../../rate-limit'
import { type ChallengeKind, challengeToken, createChallenge, spendChallenge } from './challenges'
import { type Admission, admit } from './entry'
import { type Client, recordEvent } from './sessions'
import { requireOtherWayIn } from './ways-in'

const PER_NETWORK: Limit = { name: 'passkey', max: 120, windowSeconds: 3_600 }
const MAX_PASSKEYS = 20

/** The site to which passkeys belong: its name for people, its domain and its origin. */
function site() {
  const { origin, hostname } = new URL(env().NEXUS_URL)
  return { rpName: 'Nexus', rpID: hostname, origin }
}

// WebAuthn wants unpredictable bytes; the token is derived from the id and NEXUS_SECRET, and so it is not stored.
const challengeOf = (id: string) => Buffer.from(challengeToken(id)).toString('base64url')

/**
 * Starts a sign-in with a passkey of this device, of any account. Returns the id of the challenge and the options
 * for the browser. Errors: too_many_requests.
 */
export async function startPasskeySignIn(client: Client) {
  await countAttempt({ limit: PER_NETWORK, subject: client.network })
  const id = await createChallenge(postgres(), { kind: 'passkey_sign_in', email: '', data: {} })
  const options = await generateAuthenticationOptions({
    rpID: site().rpID,
    challenge: new Uint8Array(Buffer.from(challengeToken(id))),
    userVerification: 'required',
  })
  return { challengeId: id, options }
}

interface PasskeyAnswer {
  challengeId: string
  response: AuthenticationResponseJSON
}

/**
 * Signs in with a passkey. Challenges are used up by the first answer, whether it is right or not. Errors:
 * wrong_credentials (unknown passkey, wrong signature, a counter that went back), expired_link, on_hold.
 */
export const signInByPasskey = (answer: PasskeyAnswer, client: Client): Promise<Admission> =>
  enterByPasskey(answer, client, admit)

/** Signs in with a passkey as signInByPasskey does. `enter` admits its owner: to the shop, or to the office. */
export async function enterByPasskey<Entry>(
  { challengeId, response }: PasskeyAnswer,
  client: Client,
  enter: (tx: Tx, entry: { userId: string; via: 'passkey'; client: Client }) => Promise<Entry>,
): Promise<Entry> {
  await spend('passkey_sign_in', challengeId)
  const passkey = await postgres().passkey.findUnique({ where: { id: response.id } })
  if (!passkey) throw unknown()
  const { rpID, origin } = site()
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challengeOf(challengeId),
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    // The counter is checked below, because the library's check would not hold for two answers at the same time.
    credential: { id: passkey.id, publicKey: new Uint8Array(passkey.publicKey), counter: 0 },
  }).catch(() => null)
  if (!verified?.verified) throw unknown()
  const counter = BigInt(verified.authenticationInfo.newCounter)
  return transaction(async (tx) => {
    await moveCounter(tx, passkey.id, counter)
    return enter(tx, { userId: passkey.userId, via: 'passkey', client })
  })
}

/** Stores the signature counter. It must rise, or be 0 for ever, as it is for passkeys on several devices. */
async function moveCounter(tx: Tx, id: string, counter: bigint): Promise<void> {
  const isRising = counter === 0n ? { counter: 0n } : { counter: { lt: counter } }
  const { count } = await tx.passkey.updateMany({
    where: { id, ...isRising },
    data: { counter, lastUsedAt: new Date() },
  })
  if (count === 0) throw unknown()
}

const unknown = () =>
  new DomainError('wrong_credentials', 'This passkey does not open an account here. Use another one, or your e-mail.')

/** Starts to add a passkey to an account. Returns the id of the challenge and the options for the browser. */
export async function startPasskeyRegistration({
  userId,
  email,
  name,
}: {
  userId: string
  email: string
  name: string
}) {
  const known = await postgres().passkey.findMany({ where: { userId }, select: { id: true, transports: true } })
  if (known.length >= MAX_PASSKEYS)
    throw new DomainError('invalid_input', `An account has room for ${MAX_PASSKEYS} passkeys. Remove one first.`)
  const id = await createChallenge(postgres(), { kind: 'passkey_registration', userId, email, data: {} })
  const { rpID, rpName } = site()
  const options = await generateRegistrationOptions({
    rpID,
    rpName,
    userName: email,
    userDisplayName: name,
    userID: new Uint8Array(Buffer.from(userId.replaceAll('-', ''), 'hex')),
    challenge: new Uint8Array(Buffer.from(challengeToken(id))),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map((passkey) => ({ id: passkey.id })),
  })
  return { challengeId: id, options }
}

/** Adds a passkey to an account. Errors: expired_link, invalid_input (the answer is not right, or it is there already). */
export async function addPasskey(
  { userId, challengeId, response, name }: NewPasskey,
  client: Client,
): Promise<{ id: string }> {
  const challenge = await spend('passkey_registration', challengeId)
  if (challenge.userId !== userId) throw refused()
  const { rpID, origin } = site()
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: challengeOf(challengeId),
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
  }).catch(() => null)
  if (!verified?.verified) throw refused()
  const { id, publicKey, counter } = verified.registrationInfo.credential
  return transaction(async (tx) => {
    const transports = response.response.transports ?? []
    const data = [{ id, userId, publicKey: new Uint8Array(publicKey), counter: BigInt(counter), transports, name }]
    if ((await tx.passkey.createMany({ data, skipDuplicates: true })).count === 0) throw refused()
    await recordEvent(tx, { userId, type: 'passkey added', client })
    return { id }
  })
}

interface NewPasskey {
  userId: string
  challengeId: string
  response: RegistrationResponseJSON
  name: string
}

const refused = () => new DomainError('invalid_input', 'No passkey was added. This device may have one already.')

const spend = (kind: ChallengeKind, id: string) => transaction((tx) => spendChallenge(tx, kind, id))

/** Returns a person's passkeys, the oldest first. */
export async function listPasskeys(userId: string): Promise<PasskeyView[]> {
  const rows = await postgres().passkey.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } })
  return rows.map(({ id, name, createdAt, lastUsedAt }) => ({
    id,
    name,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }))
}

/**
 * Removes one of a person's passkeys. Removing one that is gone, or somebody else's, changes nothing. Errors:
 * invalid_input (it is the last way in).
 */
export async function removePasskey({ userId, id }: { userId: string; id: string }, client: Client): Promise<void> {
  await transaction(async (tx) => {
    await requireOtherWayIn(tx, userId, { passkeyId: id })
    const { count } = await tx.passkey.deleteMany({ where: { userId, id } })
    if (count > 0) await recordEvent(tx, { userId, type: 'passkey removed', client })
  })
}
