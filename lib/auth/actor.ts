import type { ProviderIdentity } from '@/lib/contracts/customers/providers'
import type { Staff } from '@/lib/contracts/staff'
import type { Scope } from '@/lib/domain/customers/scopes'

/**
 * The caller of an operation, as the HTTP layer identified it. Policies narrow its type; services receive it as an
 * argument.
 */
export interface Actor {
  /** Id of the cart: the account's if somebody is signed in, otherwise that of the signed cookie, or null. */
  cartId: string | null
  /** Cart id from the signed cookie, also while somebody is signed in. */
  guestCartId: string | null
  /** Visitor id from the signed cookie; null until the visitor's first vote or report. */
  visitorId: string | null
  /** The client's network, which rate limits count by: an IPv4 address, or the /64 of an IPv6 address. */
  address: string
  userAgent: string
  /** ISO 3166 code of the client's country, from the header that COUNTRY_HEADER names; null if unknown. */
  country: string | null
  /** Id from this browser's signed device cookie; null if it has none. */
  deviceId: string | null
  /** Who is signed in; null if nobody is. */
  customer: Customer | null
  /** Who is signed in to the office; null if nobody is. */
  staff: Staff | null
  /** The API token with which a program acts for its owner; null if the caller has none. */
  token: TokenHolder | null
  /** Who the caller is at a provider that has just confirmed it. Missing in all other requests. */
  identity?: ProviderIdentity
}

/** The owner of an API token, and what the token may do. */
export interface TokenHolder {
  id: string
  userId: string
  scopes: readonly Scope[]
}

/** A person who is signed in as a customer. */
export interface Customer {
  userId: string
  sessionId: string
  email: string
  name: string
  /** Time at which the person last proved who they are. */
  authAt: Date
}
