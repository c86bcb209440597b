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
