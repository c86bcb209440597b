const KEY = 'viewed'
const MAX_VIEWED = 7
const ID = /^[0-9a-f]{24}$/

/** Returns the ids of products viewed in this browser, most recent first. */
export function recentlyViewed(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(stored)
      ? stored.filter((id) => typeof id === 'string' && ID.test(id)).slice(0, MAX_VIEWED)
      : []
  } catch {
    return [] // storage is unavailable or contains something else
  }
}

export function rememberViewed(productId: string): void {
  const others = recentlyViewed().filter((id) => id !== productId)
  keep([productId, ...others].slice(0, MAX_VIEWED))
}

export const forgetViewed = (): void => keep([])

function keep(ids: string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(ids))
  } catch {
    // Storage is unavailable, so the product is not remembered.
  }
}
