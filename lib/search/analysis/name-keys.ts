import { env } from '@/lib/env'
import { type Language, stemOf } from './inflect'
import { foldedWords } from './tokens'

/** Compares names outside the index by the index's own rules. */
export interface NameKeys {
  /** Returns the folded, stemmed words of a text. */
  wordsOf(text: string): string[]
  /**
   * Returns a key that equal names share: folded words in the singular, without "and". Empty for a text without words.
   */
  keyOf(text: string): string
}

const cache = new Map<Language, Promise<NameKeys>>()

/** Returns the keys for a language, by default the index's own. */
export function nameKeys(language: Language = env().SEARCH_LANGUAGE): Promise<NameKeys> {
  const keys = cache.get(language) ?? keysIn(language)
  cache.set(language, keys)
  return keys
}

async function keysIn(language: Language): Promise<NameKeys> {
  const stem = await stemOf(language)
  const wordsOf = (text: string) => foldedWords(text).map(stem)
  const keyOf = (text: string) =>
    wordsOf(text)
      .filter((word) => word !== 'and')
      .join(' ')
  return { wordsOf, keyOf }
}
