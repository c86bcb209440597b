const KEY = 'nexus-votes'
const MOST = 300

// The cookie by which the server knows is not for scripts, and static pages know nobody: this browser remembers too.

/** The reviews that were found helpful in this browser. */
function read(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

export const hasVoted = (reviewId: string): boolean => read().includes(reviewId)

export function rememberVote(reviewId: string, isHelpful: boolean): void {
  const others = read().filter((id) => id !== reviewId)
  try {
    localStorage.setItem(KEY, JSON.stringify(isHelpful ? [...others, reviewId].slice(-MOST) : others))
  } catch {
    // Storage may be closed to us; the server remembers.
  }
}
