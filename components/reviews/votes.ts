const KEY = 'nexus-votes'
const MAX_VOTES = 300

// The visitor cookie is httpOnly and pages are static, so votes are mirrored in localStorage.

/** Returns the ids of reviews for which the visitor has voted in this browser. */
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
    localStorage.setItem(KEY, JSON.stringify(isHelpful ? [...others, reviewId].slice(-MAX_VOTES) : others))
  } catch {
    // Storage is unavailable; the server still has the vote.
  }
}
