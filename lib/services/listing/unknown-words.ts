import { LISTING_LIMITS } from '@/lib/domain/listing/listing'
import type { QueryWord } from '@/lib/domain/listing/query-words'
import { isStopWord } from '@/lib/search/analysis/inflect'
import { foldedWords } from '@/lib/search/analysis/tokens'
import type { SearchEngine } from '@/lib/search/search-engine'
import { LIMITS } from '@/lib/search/search-query'
import type { Vocabulary } from './understanding/vocabulary'

// With more unknown words, the rest rarely has a meaning.
const MAX_UNKNOWN = 4
const MAX_TRIED = 6

/**
 * Returns the indexes of unknown words, which occur in no product, brand, category or synonym. Skips quoted words and
 * stop words. Only checks the first 12 words, because a search ignores the rest.
 */
export async function unknownPlaces(
  engine: SearchEngine,
  known: Vocabulary,
  words: readonly QueryWord[],
): Promise<number[]> {
  const places = words.slice(0, LIMITS.words).flatMap(({ text, isQuoted }, place) => {
    const folded = foldedWords(text)
    return isQuoted || folded.every(isStopWord) || isNamed(known, text) ? [] : [place]
  })
  const counts = await Promise.all(places.map((place) => countOf(engine, `"${plain(words[place]!.text)}"`)))
  return places.filter((_, at) => counts[at] === 0)
}

/**
 * Returns which words to ignore in a query without results, as lists of at most two indexes, the most promising list
 * first. Ignores only unknown words, starting with those that no typo explains; a meaningful word must remain.
 */
export async function placesToLeaveOut(
  engine: SearchEngine,
  known: Vocabulary,
  words: readonly QueryWord[],
): Promise<number[][]> {
  const unknown = await unknownPlaces(engine, known, words)
  if (unknown.length === 0 || unknown.length > MAX_UNKNOWN) return []
  const forgiven = await Promise.all(unknown.map((place) => countOf(engine, `${plain(words[place]!.text)} `)))
  const hopeless = unknown.filter((_, at) => forgiven[at] === 0)
  const others = unknown.filter((_, at) => forgiven[at] !== 0)
  const pairs = others.flatMap((one, at) => others.slice(at + 1).map((other) => [one, other]))
  return [[], ...others.map((place) => [place]), ...pairs]
    .map((more) => [...hopeless, ...more].sort((a, b) => a - b))
    .filter(({ length }) => length > 0 && length <= LISTING_LIMITS.ignoredTerms)
    .filter((places) => words.some(({ text }, place) => !places.includes(place) && isTelling(text)))
    .slice(0, MAX_TRIED)
}

// Numbers and sizes on their own match too much.
const isTelling = (text: string) => /\p{L}/u.test(text) && !foldedWords(text).every(isStopWord)

/** Returns whether the text is a known name, or a part of one. */
function isNamed({ brands, categories, alike, keyOf }: Vocabulary, text: string): boolean {
  const key = ` ${keyOf(text)} `
  return [brands, categories, alike].some((names) => [...names.keys()].some((name) => ` ${name} `.includes(key)))
}

const plain = (text: string) => text.replace(/["“”„‟«»]/g, ' ')

const countOf = async (engine: SearchEngine, text: string) =>
  (await engine.search({ text, perPage: 0, facets: false })).total
