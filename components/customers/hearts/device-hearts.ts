import type { Heart } from '@/lib/contracts/customers/wishlists'
import { MAX_DEVICE_HEARTS } from '@/lib/domain/customers/wishlist'

const KEY = 'hearts'
const ID = /^[0-9a-f]{24}$/
const SKU = /^[A-Z0-9][A-Z0-9-]{0,39}$/
const NONE: readonly Heart[] = []
let kept: { text: string; hearts: readonly Heart[] } = { text: '[]', hearts: NONE }
const listeners = new Set<() => void>()

/** The hearts that this browser keeps for a guest, the newest first. */
export const deviceHearts = {
  // Returns the same array until the hearts change, because React would otherwise render in an endless loop.
  get: (): readonly Heart[] => {
    const text = stored()
    if (text !== kept.text) kept = { text, hearts: parsed(text) }
    return kept.hearts
  },
  onServer: (): readonly Heart[] => NONE,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    addEventListener('storage', listener) // fires when another tab changes the hearts
    return () => {
      listeners.delete(listener)
      removeEventListener('storage', listener)
    }
  },
  /** Adds a heart in front, or moves it there. Returns why it could not be kept; null if it was. */
  add: (heart: Heart): 'full' | 'no storage' | null => {
    const others = deviceHearts.get().filter(({ productId }) => productId !== heart.productId)
    if (others.length >= MAX_DEVICE_HEARTS) return 'full'
    return keep([heart, ...others]) ? null : 'no storage'
  },
  /** Removes the hearts of these products. */
  remove: (productIds: readonly string[]): void => {
    keep(deviceHearts.get().filter(({ productId }) => !productIds.includes(productId)))
  },
}

function keep(hearts: readonly Heart[]): boolean {
  try {
    if (hearts.length > 0) localStorage.setItem(KEY, JSON.stringify(hearts))
    else localStorage.removeItem(KEY)
  } catch {
    return false // storage is unavailable
  }
  for (const listener of listeners) listener()
  return true
}

function stored(): string {
  try {
    return localStorage.getItem(KEY) ?? '[]'
  } catch {
    return '[]'
  }
}

function parsed(text: string): readonly Heart[] {
  try {
    const hearts: unknown = JSON.parse(text)
    return Array.isArray(hearts) ? hearts.flatMap(toHeart).slice(0, MAX_DEVICE_HEARTS) : NONE
  } catch {
    return NONE // stored by something other than this code
  }
}

function toHeart(entry: unknown): Heart[] {
  if (typeof entry !== 'object' || entry === null || !('productId' in entry)) return []
  const { productId } = entry
  if (typeof productId !== 'string' || !ID.test(productId)) return []
  const sku = 'sku' in entry && typeof entry.sku === 'string' && SKU.test(entry.sku) ? entry.sku : undefined
  return [sku === undefined ? { productId } : { productId, sku }]
}
