import { createHmac, timingSafeEqual } from 'node:crypto'
import { cartIdSchema } from '@/lib/contracts/cart'
import { env } from '@/lib/env'

export const CART_COOKIE = 'nexus-cart'
export const CART_COOKIE_DAYS = 30

/** The cookie's value: the cart's id and a signature that only this store can make. */
export function signCartId(cartId: string): string {
  const signature = createHmac('sha256', env().NEXUS_SECRET).update(`cart ${cartId}`).digest('base64url')
  return `${cartId}.${signature}`
}

/** The cart's id from the cookie; null where there is none or somebody edited it. */
export function verifyCartId(cookie: string | undefined): string | null {
  const cartId = cookie?.split('.')[0]
  if (!cookie || !cartIdSchema.safeParse(cartId).success || !cartId) return null
  const given = Buffer.from(cookie)
  const expected = Buffer.from(signCartId(cartId))
  return given.length === expected.length && timingSafeEqual(given, expected) ? cartId : null
}
