import { normalPassword, PASSWORD_LENGTHS, passwordFault } from './password'

const GOOD_LENGTH = 16
const STRONG_LENGTH = 20

/**
 * Returns advice on a password while it is typed: a step from 0 to 4, its name and what to do. It is only advice, and
 * does not know the common passwords, which the server refuses.
 */
export function strengthOf(typed: string, ownWords: readonly string[]): { step: number; word: string; advice: string } {
  const password = normalPassword(typed)
  const missing = PASSWORD_LENGTHS.min - [...password].length
  if (missing > 0)
    return { step: 0.5, word: 'Too short', advice: `${missing} more ${missing === 1 ? 'character' : 'characters'}.` }
  const fault = passwordFault(password, { ownWords, isCommon: () => false })
  if (fault) return { step: 2, word: 'Easy to guess', advice: fault }
  const { length } = [...password]
  if (length < GOOD_LENGTH) return { step: 3, word: 'Good', advice: 'One more word makes it strong.' }
  if (length < STRONG_LENGTH) return { step: 3.5, word: 'Good', advice: 'Long beats odd characters.' }
  return { step: 4, word: 'Strong', advice: 'Nothing to add.' }
}
