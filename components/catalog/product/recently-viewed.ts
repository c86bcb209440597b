const KEY = 'viewed'
const MAX_VIEWED = 7
const ID = /^[0-9a-f]{24}$/

/** Returns ids of the products viewed in this browser, the latest first. */
export function recentlyViewed(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(stored)
      ? stored.filter((id) => typeof id === 'string' && ID.test(id)).slice(0, MAX_VIEWED)
      : []
  } catch {
    return [] // Storage is unavailable or has foreign content.
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
    // Then it is not remembered.
  }
}
