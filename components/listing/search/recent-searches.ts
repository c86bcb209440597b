const KEY = 'searches'
const MOST = 5
const MOST_TEXT = 200

/** What was searched for last in this browser, newest first. */
export function recentSearches(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    if (!Array.isArray(stored)) return []
    return stored.filter((text) => typeof text === 'string' && text !== '' && text.length <= MOST_TEXT).slice(0, MOST)
  } catch {
    return [] // storage may be closed to us, or hold what is not ours
  }
}

/** Upper and lower case are one search. */
export function rememberSearch(text: string): void {
  const others = recentSearches().filter((other) => other.toLowerCase() !== text.toLowerCase())
  keep([text, ...others].slice(0, MOST))
}

export const forgetSearches = (): void => keep([])

function keep(texts: string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(texts))
  } catch {
    // Then it is not remembered.
  }
}
