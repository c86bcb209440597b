import { isExcluded, type QueryWord, textOf } from '@/lib/domain/listing/query-words'
import { env } from '@/lib/env'
import { isEnglishWord } from '@/lib/search/analysis/english-words'
import { foldedWords } from '@/lib/search/analysis/tokens'
import type { SearchEngine } from '@/lib/search/search-engine'
import { wordsIn } from './repairs'
import { isSize } from './spans'

/** More letters lost or gained mean that a word was left out. */
const MAX_LETTERS_CHANGED = 2
/** In shorter words, one changed letter makes another word. */
const MIN_RESPELLED = 4

/** Returns the query with its likeliest completion or correction that keeps all words; null if there is none. */
export async function respelling(engine: SearchEngine, words: QueryWord[]): Promise<QueryWord[] | null> {
  if (words.some((word) => word.isQuoted || isExcluded(word))) return null
  const [only, ...others] = words
  const completed = only && others.length === 0 ? await completion(engine, only) : null
  if (completed !== null) return wordsIn(completed)
  const letters = lettersIn(textOf(words))
  for (const text of await likelyCorrections(engine, textOf(words)))
    if (Math.abs(lettersIn(text) - letters) <= MAX_LETTERS_CHANGED && wordsIn(text).length >= words.length - 1)
      return wordsIn(text)
  return null
}

/** Returns the corrections of a text whose changed words can be typing errors. */
export async function likelyCorrections(engine: SearchEngine, text: string): Promise<string[]> {
  const corrections = await engine.corrections(text)
  const likely = await Promise.all(corrections.map(([other]) => isLikely(wordsIn(text), wordsIn(other))))
  return corrections.flatMap(([other], index) => (likely[index] ? other : []))
}

/** Returns the word that begins with the text, if no product has the text itself and it is no word of the language. */
async function completion(engine: SearchEngine, { text }: QueryWord): Promise<string | null> {
  const [word, ...others] = foldedWords(text)
  if (word === undefined || others.length > 0 || word.length < MIN_RESPELLED || /\d/.test(word)) return null
  const [{ total }, isWord] = await Promise.all([
    engine.search({ text, exact: true, perPage: 0, facets: false }),
    isWordOfLanguage(word),
  ])
  if (total > 0 || isWord) return null
  const [completed] = (await engine.suggest(text, 1)).words[0] ?? []
  return completed !== undefined && foldedWords(completed).join('').startsWith(word) ? completed : null
}

/**
 * Returns whether every changed word can be a typing error, as a short word, a size and a word of the language cannot.
 * Words can be joined or left out.
 */
async function isLikely(words: QueryWord[], corrected: QueryWord[]): Promise<boolean> {
  const kept = new Set(corrected.map(({ text }) => text))
  const isJoined = words.map(({ text }, place) => {
    const next = words[place + 1]
    return next !== undefined && kept.has(text + next.text)
  })
  const changed = words.filter(({ text }, place) => !kept.has(text) && !isJoined[place] && !isJoined[place - 1])
  const areSound = await Promise.all(
    changed.map(
      async (word) => isSize(word) || lettersIn(word.text) < MIN_RESPELLED || (await isWordOfLanguage(word.text)),
    ),
  )
  const leftOut = words.length - isJoined.filter(Boolean).length - corrected.length
  return areSound.filter(Boolean).length <= Math.max(0, leftOut)
}

const isWordOfLanguage = async (text: string) => env().SEARCH_LANGUAGE === 'en' && isEnglishWord(bareWord(text))
const lettersIn = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').length

/** Returns the word without signs around it. */
export const bareWord = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '')
