import type { QueryWord } from '@/lib/domain/listing/query-words'
import { isStopWord } from '@/lib/search/analysis/inflect'
import { foldedWords } from '@/lib/search/analysis/tokens'
import type { SearchEngine } from '@/lib/search/search-engine'
import { LIMITS } from '@/lib/search/search-query'
import type { Vocabulary } from './understanding/vocabulary'

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

/** Returns whether the text is a known name, or a part of one. */
function isNamed({ brands, categories, alike, keyOf }: Vocabulary, text: string): boolean {
  const key = ` ${keyOf(text)} `
  return [brands, categories, alike].some((names) => [...names.keys()].some((name) => ` ${name} `.includes(key)))
}

const plain = (text: string) => text.replace(/["“”„‟«»]/g, ' ')

const countOf = async (engine: SearchEngine, text: string) =>
  (await engine.search({ text, perPage: 0, facets: false })).total
