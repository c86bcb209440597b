/** Limits of passwords, in characters after normalization (NIST SP 800-63B-4, section 3.1.1.2). */
export const PASSWORD_LENGTHS = { min: 12, minWithSecondFactor: 8, max: 256 } as const

const MIN_DISTINCT = 5
const MIN_OWN_WORD = 4
const MIN_WITHOUT_OWN_WORDS = 6

/** Returns a password in the form in which it is hashed, so that it is the same from every keyboard. */
export const normalPassword = (typed: string): string => typed.normalize('NFKC')

/** What a new password is checked against. */
export interface PasswordContext {
  /** The person's and the shop's own words: name, e-mail address, name of the shop. */
  ownWords: readonly string[]
  isCommon: (password: string) => boolean
  hasSecondFactor?: boolean
}

/**
 * Returns why a password cannot be used, as a sentence for the person; null if it can. Any characters are accepted. The
 * password must be normalized.
 */
export function passwordFault(
  password: string,
  { ownWords, isCommon, hasSecondFactor = false }: PasswordContext,
): string | null {
  const min = hasSecondFactor ? PASSWORD_LENGTHS.minWithSecondFactor : PASSWORD_LENGTHS.min
  const characters = [...password]
  if (characters.length < min) return `Please choose a password of at least ${min} characters.`
  if (characters.length > PASSWORD_LENGTHS.max)
    return `Please choose a password of at most ${PASSWORD_LENGTHS.max} characters.`
  const lower = password.toLowerCase()
  if (isCommon(lower)) return 'Many people use this password, so it is tried first. Please choose another one.'
  if (new Set(lower).size < MIN_DISTINCT) return 'Please choose a password with more different characters.'
  if (withoutOwnWords(lower, ownWords).length < MIN_WITHOUT_OWN_WORDS)
    return 'Please choose a password that is more than your name, your address or ours.'
  return null
}

/** Returns a password without the words of somebody, and without what is neither a letter nor a digit. */
function withoutOwnWords(password: string, ownWords: readonly string[]): string {
  const words = ownWords.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
  const telling = words.filter((word) => word.length >= MIN_OWN_WORD).sort((a, b) => b.length - a.length)
  return telling.reduce((rest, word) => rest.replaceAll(word, ''), password).replace(/[^\p{L}\p{N}]/gu, '')
}
