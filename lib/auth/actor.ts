/** Who is asking, as far as the transport can tell. Policies narrow it; services get it as an argument. */
export interface Actor {
  /** The cart of the signed cookie; null where the visitor has none. */
  cartId: string | null
  /** The visitor of the signed cookie; null until they first vote or report. */
  visitorId: string | null
  /** The client's network address, for rate limits. */
  address: string
}
