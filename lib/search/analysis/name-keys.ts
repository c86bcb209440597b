import { env } from '@/lib/env'
import { type Language, stemOf } from './inflect'
import { foldedWords } from './tokens'

/** How texts are compared outside of the index. */
export interface NameKeys {
  /** The folded words of a text, without their inflections. */
  wordsOf(text: string): string[]
  /** What names that are alike have in common: folded, in the singular, without apostrophes and "and". Empty where a text has no words. */
  keyOf(text: string): string
}

const cache = new Map<Language, Promise<NameKeys>>()

/** The inflections are those of a language, by default of the one that the index goes by. */
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
