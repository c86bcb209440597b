import { z } from 'zod'
import { currentSession } from '@/lib/auth/session'
import { skuSchema } from '@/lib/contracts/common'
import { shareTokenSchema, wishlistIdSchema } from '@/lib/contracts/customers/wishlists'
import { optionsText } from '@/lib/domain/catalog/variant'
import { DomainError } from '@/lib/errors'
import { findOffers } from '@/lib/services/cart/lines'
import { findSubscription, type Subscription } from '@/lib/services/customers/notices/unsubscribe'
import { savedProductIds } from '@/lib/services/customers/wishlists/items'
import { similarToSaved } from '@/lib/services/customers/wishlists/uses'
import { viewSharedWishlist, viewWishlist } from '@/lib/services/customers/wishlists/views'
import { shopOrigin } from '../site'

/** Returns the ids of the products on the person's lists. Throws signed_out if nobody is signed in. */
export async function readHearts(): Promise<{ productIds: string[] }> {
  const session = await currentSession()
  if (!session) throw new DomainError('signed_out', 'You are not signed in any more.')
  return { productIds: await savedProductIds(session.userId) }
}

/** Returns one of a person's lists, by default the default one, with its link; null if it is none of theirs. */
export async function readWishlist(userId: string, id?: string) {
  if (id !== undefined && !wishlistIdSchema.safeParse({ id }).success) return null
  const view = await viewWishlist(userId, id ?? null)
  return view && { ...view, shareUrl: view.shareToken && new URL(`/lists/${view.shareToken}`, shopOrigin()).href }
}

/** Returns the shared list with this link; null if there is none. */
export const readSharedWishlist = async (token: string) =>
  shareTokenSchema.safeParse(token).success ? viewSharedWishlist(token) : null

/** Returns what is similar to something on a person's lists; null if it is none of theirs. */
export const readSimilar = async (userId: string, itemId: unknown) =>
  typeof itemId === 'string' && z.uuid().safeParse(itemId).success ? similarToSaved(userId, itemId) : null

/** Returns what the link of a mail switches; null if it is not whole. */
export async function readSubscription(token: unknown): Promise<(Subscription & { token: string }) | null> {
  if (typeof token !== 'string') return null
  try {
    return { ...(await findSubscription(token)), token }
  } catch (error) {
    if (error instanceof DomainError && error.code === 'expired_link') return null
    throw error
  }
}

/** Returns the product and options of a SKU, for the form that asks for a mail; null if it is not sold. */
export async function readAwaited(sku: unknown): Promise<{ sku: string; name: string; variant: string } | null> {
  const parsed = skuSchema.safeParse(sku)
  const offer = parsed.success ? (await findOffers([parsed.data], new Date())).get(parsed.data) : undefined
  return offer && parsed.success
    ? { sku: parsed.data, name: offer.product.name, variant: optionsText(offer.variant.options) }
    : null
}
