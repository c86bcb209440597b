import { env } from '@/lib/env'
import { type Language, stemOf } from './inflect'
import { foldedWords } from './tokens'

/** Compares names outside the index by the same rules as the index. */
export interface NameKeys {
  /** Returns the folded, stemmed words of a text. */
  wordsOf(text: string): string[]
  /**
   * Returns a key shared by names that count as equal: folded words in the singular, without "and". Empty if the text
   * has no words.
   */
  keyOf(text: string): string
}

const cache = new Map<Language, Promise<NameKeys>>()

/** Returns the name keys for a language, by default the index's own. */
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
