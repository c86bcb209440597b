const KEY = 'searches'
const MOST = 5

/** What was searched for last in this browser, newest first. */
export function recentSearches(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter((text) => typeof text === 'string').slice(0, MOST) : []
  } catch {
    return [] // storage may be closed to us, or hold what is not ours
  }
}

export function rememberSearch(text: string): void {
  try {
    const others = recentSearches().filter((other) => other !== text)
    localStorage.setItem(KEY, JSON.stringify([text, ...others].slice(0, MOST)))
  } catch {
    // Then it is not remembered.
  }
}
