const KEY = 'viewed'
const MOST = 7
const ID = /^[0-9a-f]{24}$/

/** Ids of the products that were looked at in this browser, the last one first. */
export function recentlyViewed(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string' && ID.test(id)).slice(0, MOST) : []
  } catch {
    return [] // storage may be closed to us, or hold what is not ours
  }
}

export function rememberViewed(productId: string): void {
  const others = recentlyViewed().filter((id) => id !== productId)
  keep([productId, ...others].slice(0, MOST))
}

export const forgetViewed = (): void => keep([])

function keep(ids: string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(ids))
  } catch {
    // Then it is not remembered.
  }
}
