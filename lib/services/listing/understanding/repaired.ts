import { type QueryWord, textOf, withoutPlaces } from '@/lib/domain/listing/query-words'
import { isStopWord } from '@/lib/search/analysis/inflect'
import type { SearchEngine } from '@/lib/search/search-engine'
import type { Draft } from './draft'
import { joined, relaxed, substituted, weightsOf } from './repairs'
import { bareWord, respelling } from './spelling'
import { meaningOf, type Vocabulary } from './vocabulary'

interface Repairable {
  engine: SearchEngine
  known: Vocabulary
  words: QueryWord[]
  /** Whether all words may be left out, because the query also has a price or the like. */
  mayBeEmpty: boolean
  drafted(words: QueryWord[]): Promise<Draft>
}

/** A draft that finds something, and what was changed for it. */
export interface Repaired {
  draft: Draft
  respelledQuery?: string
  ignoredTerms?: string[]
}

const MAX_REWRITTEN = 8

/** Returns the nearest query whose words are in names or specs, and what was changed; null if there is none. */
export async function repaired({ engine, known, words, mayBeEmpty, drafted }: Repairable): Promise<Repaired | null> {
  const finds = async (words: QueryWord[]) => {
    const draft = await drafted(words)
    return draft.isFound ? draft : null
  }
  for (const other of [...joined(words), ...substituted(known, words)].slice(0, MAX_REWRITTEN)) {
    const draft = await finds(other)
    if (draft) return { draft }
  }
  const respelled = await respelling(engine, words)
  const asRespelled = respelled && (await finds(respelled))
  if (asRespelled) return { draft: asRespelled, respelledQuery: textOf(respelled) }
  const mended = await Promise.all(words.map(async (word) => (await respelling(engine, [word])) ?? [word]))
  const candidates = mended.flat()
  const hasChanged = textOf(candidates) !== textOf(words)
  const weights = await weightsOf(engine, known, candidates)
  const isColour = ({ text }: QueryWord) => meaningOf(asMap(known.colours), known, known.keyOf(text)) !== undefined
  for (const { places } of relaxed(candidates, { weights, mayBeEmpty, isColour })) {
    const rest = withoutPlaces(candidates, places)
    const draft = await finds(rest)
    if (!draft || (rest.length < words.length && draft.isHeadless)) continue
    const left = places.map((place) => bareWord(candidates[place]!.text))
    return {
      draft,
      ...(hasChanged && { respelledQuery: textOf(rest) }),
      ignoredTerms: left.filter((word) => !isStopWord(word.toLowerCase())),
    }
  }
  return null
}

const asMap = (keys: ReadonlySet<string>) => new Map([...keys].map((key) => [key, true]))
