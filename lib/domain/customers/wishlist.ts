import { formatMoney } from '../pricing/money'

export const MAX_WISHLISTS = 20
export const MAX_WISHLIST_ITEMS = 200
/** Maximum number of hearts that a browser keeps for a guest. */
export const MAX_DEVICE_HEARTS = 100
export const DEFAULT_WISHLIST_NAME = 'Everything else'

const BACK_FOR_MS = 14 * 86_400_000

/** Returns how a price differs from the price when the product was saved, in words; null if it does not. */
export function savedPriceText({ saved, now }: { saved: number; now: number }): string | null {
  if (saved === now) return null
  return `${formatMoney(Math.abs(saved - now))} ${now < saved ? 'less' : 'more'} than when you saved it`
}

/** Returns whether a product came back into stock within the last two weeks, after it had been saved. */
export function isBackAgain({ savedAt, restockedAt }: { savedAt: Date; restockedAt: Date | null }, now: Date): boolean {
  return restockedAt !== null && restockedAt > savedAt && Number(now) - Number(restockedAt) < BACK_FOR_MS
}

/** Returns the first word of a name, which is all that a shared list shows of its owner. */
export const firstNameOf = (name: string): string => name.trim().split(/\s+/)[0] ?? ''

/** Returns a first name in the possessive: "Ines’" or "Maya’s". */
export const possessive = (name: string): string => (/[sxzß]$/i.test(name) ? `${name}’` : `${name}’s`)
