import { headers } from 'next/headers'
import { renderSVG } from 'uqr'
import { z } from 'zod'
import { providers } from '@/lib/auth/oauth/configured'
import { currentSession } from '@/lib/auth/session'
import type { SavedAddress } from '@/lib/contracts/customers'
import type { AccountNews, Me } from '@/lib/contracts/customers/me'
import type { ProviderButton, ProviderView } from '@/lib/contracts/customers/providers'
import { orderIdSchema, type ReorderView } from '@/lib/contracts/orders'
import { deviceName } from '@/lib/domain/customers/device'
import { PROVIDER_IDS, providerName } from '@/lib/domain/customers/providers'
import { returnPath } from '@/lib/domain/customers/return-path'
import { env } from '@/lib/env'
import { DomainError } from '@/lib/errors'
import { listAddresses } from '@/lib/services/customers/addresses'
import { accountNews, listOrders } from '@/lib/services/customers/orders'
import { deletionDay } from '@/lib/services/customers/personal-data/deletion'
import { lastExport } from '@/lib/services/customers/personal-data/export'
import { profileOf } from '@/lib/services/customers/profile'
import { listAccounts } from '@/lib/services/customers/providers/accounts'
import { peekByToken } from '@/lib/services/customers/sign-in/challenges'
import { listPasskeys } from '@/lib/services/customers/sign-in/passkeys'
import { listSessions, type SignedIn } from '@/lib/services/customers/sign-in/sessions'
import { findUnconfirmedTotp, secondFactorOf } from '@/lib/services/customers/sign-in/totp'
import { listApiTokens, showApiTokenOnce } from '@/lib/services/customers/tokens/api-tokens'
import { savedNews } from '@/lib/services/customers/wishlists/views'
import { getOrder } from '@/lib/services/orders/orders'
import { viewReorder } from '@/lib/services/orders/reorder'
import { reviewsOfPerson } from '@/lib/services/reviews/of-person'

/**
 * Returns who is signed in. Throws signed_out if nobody is, upon which `outcomeOf` renders a link to the sign-in page that
 * leads back to `path`. (A redirect would come too late: the document has begun, and without scripts it would stay empty.)
 */
export async function requireCustomer(path: string): Promise<SignedIn> {
  const session = await currentSession()
  if (!session) throw new DomainError('signed_out', 'You are not signed in any more.', { path })
  return session
}

/** Returns the page of this shop to which somebody wants to go after signing in, and whether they are signed in. */
export async function readWayOn(to: unknown): Promise<{ path: string; isSignedIn: boolean }> {
  return { path: returnPath(to), isSignedIn: (await currentSession()) !== null }
}

/** Returns the page of this shop that an address or a form names; the account if it names none. */
export const readReturnPath = returnPath

/** Returns the address to which a link from a mail was sent; null if the link cannot be used any more. */
export async function readLink(
  kind: 'registration' | 'sign_in_link' | 'password_reset' | 'email_change' | 'order_claim' | 'stock_notice',
  token: unknown,
): Promise<{ email: string; token: string } | null> {
  if (typeof token !== 'string') return null
  const link = await peekByToken(kind, token)
  return link && { ...link, token }
}

/** Returns who is signed in, for the header. */
export async function readMe(): Promise<Me> {
  const session = await currentSession()
  return { customer: session ? session.user : null }
}

/** Returns what the account's menu tells. Throws signed_out if nobody is signed in. */
export async function readAccountNews(): Promise<AccountNews> {
  const session = await currentSession()
  if (!session) throw new DomainError('signed_out', 'You are not signed in any more.')
  const { userId } = session
  // What is on the lists needs the catalogue; without it, the rest of the menu is still worth showing.
  const missing = (error: unknown) => {
    console.error('The news of wishlists are missing in the menu.', error)
    return null
  }
  const [news, saved] = await Promise.all([accountNews(userId), savedNews(userId).catch(missing)])
  return { ...news, saved }
}

/** Returns what the overview shows: the next delivery, the last order, and what waits for the person. */
export async function readOverview(userId: string) {
  const [news, { orders }, { waiting }, passkeys] = await Promise.all([
    accountNews(userId),
    listOrders(userId, { words: '', state: 'all', page: 1 }),
    reviewsOfPerson(userId),
    listPasskeys(userId),
  ])
  const next = news.next ? await getOrder(news.next.orderId) : null
  const last = orders.find(({ id }) => id !== next?.id) ?? null
  return { next, last, waiting: waiting.slice(0, 3), hasPasskey: passkeys.length > 0 }
}

const orderSearchSchema = z.object({
  q: z.string().trim().max(100).catch(''),
  state: z.enum(['all', 'open', 'done']).catch('all'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

/** Returns a page of a person's orders, as the address asks for it. */
export async function readOrders(userId: string, query: Record<string, unknown>) {
  const { q, state, page } = orderSearchSchema.parse(query)
  const search = { words: q, state, page }
  return { ...(await listOrders(userId, search)), search }
}

/** Returns the providers with which people can sign in. */
export const readProviders = (): ProviderButton[] => providers().map(({ id, name }) => ({ id, name }))

/** Returns the providers that are offered, and those that the person has connected. */
async function readConnections(userId: string): Promise<ProviderView[]> {
  const accounts = await listAccounts(userId)
  const offered = readProviders()
  const ids = PROVIDER_IDS.filter((id) =>
    [...offered.map((one) => one.id), ...accounts.map((one) => one.provider)].includes(id),
  )
  return ids.map((id) => {
    const account = accounts.find(({ provider }) => provider === id)
    const name = providerName(id, env())
    return { id, name, isConnected: account !== undefined, email: account?.email ?? null }
  })
}

/** Returns what the security page shows. */
export async function readSecurity({ userId, sessionId }: { userId: string; sessionId: string }) {
  const [sessions, passkeys, secondFactor, profile, connections] = await Promise.all([
    listSessions(userId, sessionId),
    listPasskeys(userId),
    secondFactorOf(userId),
    profileOf(userId),
    readConnections(userId),
  ])
  return { sessions, passkeys, secondFactor, passwordChangedAt: profile.passwordChangedAt, providers: connections }
}

export const readProfile = profileOf
export const readAddresses = listAddresses
export const readApiTokens = listApiTokens

/** Returns the API token that a person has just made, if it was not shown before. `values` are what the form carried. */
export async function readNewApiToken(userId: string, values: Record<string, string>): Promise<{ token?: string }> {
  const { tokenId, sealedToken, tokenOf } = values
  if (!tokenId || !sealedToken || tokenOf !== userId) return {}
  const token = await showApiTokenOnce(userId, { id: tokenId, sealed: sealedToken })
  return token === null ? {} : { token }
}

/** Returns whether the second factor is on, and the authenticator app that waits for its first code with its QR code. */
export async function readTotp({ userId, user }: Pick<SignedIn, 'userId' | 'user'>) {
  const [{ isOn }, setup] = await Promise.all([
    secondFactorOf(userId),
    findUnconfirmedTotp({ userId, email: user.email }),
  ])
  return { isOn, setup: setup && { secret: setup.secret, qr: renderSVG(setup.uri, { border: 2 }) } }
}

/** Returns the values of the address form: those of a saved address, or a new one. Null if the id is none of theirs. */
export async function readAddressForm(userId: string, id: unknown): Promise<Record<string, string> | null> {
  if (typeof id !== 'string') return {}
  const saved = (await listAddresses(userId)).find((address) => address.id === id)
  if (!saved) return null
  const { address, isDefault, isInvoiceDefault } = saved
  return {
    id,
    ...address,
    extra: address.extra ?? '',
    ...(isDefault && { isDefault: 'yes' }),
    ...(isInvoiceDefault && { isInvoiceDefault: 'yes' }),
  }
}

/** Returns what of one of a person's orders can be had again; null if it is none of theirs. */
export async function readReorder(userId: string, orderId: string): Promise<ReorderView | null> {
  return orderIdSchema.safeParse(orderId).success ? viewReorder(userId, orderId) : null
}

/** Returns this browser and its system in words. */
export const readDevice = async (): Promise<string> => deviceName((await headers()).get('user-agent') ?? '')

/**
 * Returns what the account knows for the checkout: its addresses, and the values with which the form starts. `chosen` is
 * the id of the address to start with; by default, it is the default address. Nothing for guests.
 */
export async function readAccountForCheckout(
  chosen: unknown,
): Promise<{ addresses: SavedAddress[]; known: Record<string, string> }> {
  const session = await currentSession()
  if (!session) return { addresses: [], known: {} }
  const addresses = await listAddresses(session.userId)
  const start = addresses.find(({ id }) => id === chosen) ?? addresses.find(({ isDefault }) => isDefault)
  return {
    addresses,
    known: { email: session.user.email, ...(start && { ...start.address, extra: start.address.extra ?? '' }) },
  }
}

/** Returns a person's last export. */
export const readPersonalData = async (userId: string) => ({ last: await lastExport(userId) })

/** Returns the day on which an account would be deleted if it was asked for now, and its orders on their way. */
export async function readDeletion(userId: string): Promise<{ day: string; open: string[] }> {
  const { orders } = await listOrders(userId, { words: '', state: 'open', page: 1 })
  return { day: deletionDay(new Date()), open: orders.map(({ number }) => number) }
}

/** Returns what a person has bought and can review, and what they have written. */
export const readOwnReviewList = reviewsOfPerson
