/**
 * The caller of an operation, as the HTTP layer identified it. Policies narrow its type; services receive it as an
 * argument.
 */
export interface Actor {
  /** Cart id from the signed cookie; null if there is no valid cookie. */
  cartId: string | null
  /** Visitor id from the signed cookie; null until the visitor's first vote or report. */
  visitorId: string | null
  /** The client's network, which rate limits count by: an IPv4 address, or the /64 of an IPv6 address. */
  address: string
}
