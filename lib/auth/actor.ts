/**
 * The caller of an operation, as identified by the transport. Policies narrow it; services receive it as an argument.
 */
export interface Actor {
  /** Cart id from the signed cookie; null without a valid cookie. */
  cartId: string | null
  /** Visitor id from the signed cookie; null until the first vote or report. */
  visitorId: string | null
  /** The client's network address, for rate limits. */
  address: string
}
