const KEY = 'searches'
const MAX_SEARCHES = 5
const MAX_TEXT = 200

/** Returns the latest searches in this browser, most recent first. */
export function recentSearches(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    if (!Array.isArray(stored)) return []
    return stored
      .filter((text) => typeof text === 'string' && text !== '' && text.length <= MAX_TEXT)
      .slice(0, MAX_SEARCHES)
  } catch {
    return [] // storage is unavailable or contains something else
  }
}

/** Stores a search, replacing one that differs only in case. */
export function rememberSearch(text: string): void {
  const others = recentSearches().filter((other) => other.toLowerCase() !== text.toLowerCase())
  keep([text, ...others].slice(0, MAX_SEARCHES))
}

export const forgetSearches = (): void => keep([])

function keep(texts: string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(texts))
  } catch {
    // Storage is unavailable, so the search is not remembered.
  }
}
