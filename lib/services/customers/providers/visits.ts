import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type ProviderIdentity, providerIdSchema } from '@/lib/contracts/customers/providers'
import { postgres, type Tx, transaction } from '@/lib/db/postgres'
import { foldEmail } from '@/lib/domain/customers/email'
import { mayLinkByEmail, type ProviderId, providerName } from '@/lib/domain/customers/providers'
import { returnPath } from '@/lib/domain/customers/return-path'
import { env } from '@/lib/env'
import { DomainError } from '@/lib/errors'
import { countAttempt, type Limit } from '../../rate-limit'
import { createChallenge, expired, spendChallenge } from '../sign-in/challenges'
import { type Admission, admit, refuseOnHold } from '../sign-in/entry'
import { registerByProvider } from '../sign-in/registration'
import { type Client, rotateSession } from '../sign-in/sessions'
import { addAccount, findOwner } from './accounts'

const PER_NETWORK: Limit = { name: 'provider', max: 120, windowSeconds: 3_600 }

const visitSchema = z.object({ provider: providerIdSchema, to: z.string(), sessionId: z.uuid().optional() })

/** A person who is signed in, and in which session. */
export interface Connecting {
  userId: string
  sessionId: string
  email: string
}

/**
 * Starts a visit to a provider: to sign in, or to connect an account there with `connecting`. `to` is the page to which
 * the person wants to go. Returns the visit's id, which is good for one answer. Errors: too_many_requests.
 */
export async function startVisit(
  visit: { provider: ProviderId; to: string | undefined; connecting: Connecting | null },
  client: Client,
): Promise<string> {
  const { provider, to, connecting } = visit
  await countAttempt({ limit: PER_NETWORK, subject: client.network })
  return createChallenge(postgres(), {
    ...{ kind: 'provider', email: connecting?.email ?? '' },
    ...(connecting && { userId: connecting.userId }),
    data: { provider, to: returnPath(to), ...(connecting && { sessionId: connecting.sessionId }) },
  })
}

/** What became of a visit to a provider. */
export type VisitResult =
  | { kind: 'admitted'; admission: Admission; isNew: boolean }
  | { kind: 'unconfirmed'; challengeId: string; email: string; name: string }
  | { kind: 'connected'; session: { sessionId: string; token: string; expiresAt: Date } }

/**
 * Finishes a visit with who the provider says somebody is. Signs in whose account it is; joins it with the account that
 * has the same address, if the provider has confirmed that; otherwise creates one, which an address that is not
 * confirmed has to be first. A visit that was started to connect does only that, and only in the session that started
 * it. Errors: expired_link (the visit is over), not_linked (nothing was changed), on_hold, too_many_requests.
 */
export async function finishVisit(
  answer: { visitId: string; identity: ProviderIdentity; sessionId: string | null },
  client: Client,
): Promise<VisitResult & { to: string }> {
  const { visitId, identity, sessionId } = answer
  const { userId, data } = await transaction((tx) => spendChallenge(tx, 'provider', visitId))
  const { to, ...visit } = visitSchema.parse(data)
  if (visit.provider !== identity.provider) throw expired()
  if (userId === null) return { ...(await enter(identity, client)), to }
  if (visit.sessionId === undefined || visit.sessionId !== sessionId)
    throw notLinked(identity, 'connected', 'You have signed out or in since you started that. Please do it again.')
  const session = { userId, sessionId }
  return { kind: 'connected', session: await transaction((tx) => connect(tx, session, identity, client)), to }
}

async function enter(identity: ProviderIdentity, client: Client): Promise<VisitResult> {
  const entered = await transaction((tx) => admitOrCreate(tx, identity, client))
  if (entered) return { kind: 'admitted', ...entered }
  const { email, name, provider, providerAccountId } = identity
  if (email === null) throw notLinked(identity, 'sign', 'It named no e-mail address. Make an account with yours first.')
  const challengeId = await registerByProvider({ email, name, provider, providerAccountId }, client.network)
  return { kind: 'unconfirmed', challengeId, email, name }
}

/** Returns null if the account cannot be created before its address is confirmed by mail. */
async function admitOrCreate(
  tx: Tx,
  identity: ProviderIdentity,
  client: Client,
): Promise<{ admission: Admission; isNew: boolean } | null> {
  const known = await findOwner(tx, identity)
  if (known) return { admission: await admit(tx, { ...known, via: 'provider', client }), isNew: false }
  const { email, isEmailVerified, name } = identity
  if (email === null) return null
  const emailKey = foldEmail(email)
  const owner = await tx.user.findUnique({ where: { emailKey } })
  if (!owner && !isEmailVerified) return null
  if (owner && !mayLinkByEmail(identity)) throw notLinked(identity, 'sign', alreadyHere(identity))
  if (owner) refuseOnHold(owner)
  const userId = owner?.id ?? randomUUID()
  if (!owner) {
    const user = { id: userId, email, emailKey, emailVerifiedAt: new Date(), name }
    const { count } = await tx.user.createMany({ data: [user], skipDuplicates: true })
    if (count === 0) return admitOrCreate(tx, identity, client) // created by another request meanwhile
  }
  if (!(await addAccount(tx, userId, identity, client))) {
    if ((await findOwner(tx, identity)) !== null) return admitOrCreate(tx, identity, client)
    throw notLinked(identity, 'sign', hasAnother(identity))
  }
  return { admission: await admit(tx, { userId, via: 'provider', client }), isNew: !owner }
}

/** Connects an account at a provider with the person of a session, which gets a new token. */
async function connect(
  tx: Tx,
  { userId, sessionId }: { userId: string; sessionId: string },
  identity: ProviderIdentity,
  client: Client,
) {
  const isAdded = await addAccount(tx, userId, identity, client)
  const owner = isAdded ? null : await findOwner(tx, identity)
  if (owner && owner.userId !== userId)
    throw notLinked(identity, 'connected', 'Somebody else signs in with it here. Their account stays as it is.')
  if (!isAdded && !owner) throw notLinked(identity, 'connected', hasAnother(identity))
  const token = await rotateSession(tx, sessionId)
  const { expiresAt } = await tx.session.findUniqueOrThrow({ where: { id: sessionId } })
  return { sessionId, token, expiresAt }
}

const nameOf = ({ provider }: ProviderIdentity) => providerName(provider, env())

const alreadyHere = (identity: ProviderIdentity) => {
  const name = nameOf(identity)
  return (
    `An account with this address is here already, and ${name} has not confirmed that the address is yours. ` +
    `Sign in with your e-mail once, then connect ${name} under Security.`
  )
}

const hasAnother = (identity: ProviderIdentity) =>
  `Another ${nameOf(identity)} account is connected with this one. Disconnect that first, under Security.`

function notLinked(identity: ProviderIdentity, what: 'sign' | 'connected', why: string): DomainError {
  const name = nameOf(identity)
  const message = what === 'sign' ? `${name} could not sign you in.` : `${name} was not connected.`
  return new DomainError('not_linked', message, { why, email: identity.email })
}
