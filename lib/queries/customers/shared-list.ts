import { shareTokenSchema } from '@/lib/contracts/customers/wishlists'
import { isShareToken } from '@/lib/services/customers/wishlists/lists'

/** Returns whether there is a shared list with this link. Apart from other reads, because proxy.ts must stay small. */
export const isSharedWishlist = async (token: string): Promise<boolean> =>
  shareTokenSchema.safeParse(token).success && isShareToken(token)
