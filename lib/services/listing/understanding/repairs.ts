import { isExcluded, type QueryWord, textOf } from '@/lib/domain/listing/query-words'
import { headOf } from '@/lib/search/analysis/fields'
import { isStopWord } from '@/lib/search/analysis/inflect'
import { foldedWords } from '@/lib/search/analysis/tokens'
import type { SearchEngine } from '@/lib/search/search-engine'
import { LIMITS } from '@/lib/search/search-query'
import { findCardDocuments } from '@/lib/services/catalog/documents'
import { endOfThing, isSize } from './spans'
import { categoriesNamed, type Vocabulary } from './vocabulary'

const MAX_RELAXED = 10
/** Longer queries are relaxed word by word only, because their combinations are too many. */
const MAX_WORDS_COMBINED = 7

/** Weight of a quoted word and of one to exclude, which are never left out. */
const KEPT = Number.POSITIVE_INFINITY
/** Words for several things together, which do not name the thing: "knife set". */
const COLLECTING = new Set(['set', 'kit', 'pack', 'bundle', 'collection', 'pair', 'box', 'piece', 'accessory'])
/** How much a word says about what is wanted, from nothing to the name of a category. */
const WEIGHT = { nothing: 0, description: 1, detail: 2, fact: 3, partOfCategory: 4, brand: 5, product: 5, category: 6 }
/** The last word is more likely to name the thing. */
const LAST = 0.5

/** The number of words checked, because a search ignores the rest. */
const checked = (words: readonly QueryWord[]) => words.slice(0, LIMITS.words)

/** Returns how much each word says, by its place. Stop words say nothing; quoted words and words to exclude are kept. */
export async function weightsOf(
  engine: SearchEngine,
  known: Vocabulary,
  words: readonly QueryWord[],
): Promise<number[]> {
  return Promise.all(
    checked(words).map(async (word) => {
      if (word.isQuoted || isExcluded(word)) return KEPT
      if (foldedWords(word.text).every(isStopWord)) return WEIGHT.nothing
      const key = known.keyOf(word.text)
      if (isSize(word)) return known.values.has(key) ? WEIGHT.fact : WEIGHT.nothing
      if (COLLECTING.has(key)) return WEIGHT.detail
      const named = categoriesNamed(known, key)
      if (named?.some(({ isWhole }) => isWhole)) return WEIGHT.category
      if (known.brands.has(key)) return WEIGHT.brand
      const { total, weakMatch, hits } = await engine.search({
        text: textOf([word]),
        exact: true,
        perPage: 1,
        facets: false,
      })
      const [best] = await findCardDocuments(hits.map(({ id }) => id))
      if (best && known.keyOf(headOf(best.name)) === key) return WEIGHT.product
      if (named) return WEIGHT.partOfCategory
      if (known.spanning.has(key) && known.alike.get(key)?.some((other) => known.categories.has(other)))
        return WEIGHT.product
      if (total === 0) return isPartOfName(known, key) ? WEIGHT.partOfCategory : WEIGHT.nothing
      return weakMatch === undefined ? WEIGHT.fact : weakMatch === 'details' ? WEIGHT.detail : WEIGHT.description
    }),
  )
}

/** Returns whether the key is one of several words of a known name. */
function isPartOfName({ brands, categories, alike }: Vocabulary, key: string): boolean {
  const word = ` ${key} `
  return (
    key !== '' &&
    [brands, categories, alike].some((names) => [...names.keys()].some((name) => ` ${name} `.includes(word)))
  )
}

/**
 * Returns queries without some of the words, for a query without results: those that lose least come first. Of words
 * that say equally much, the first one is given up, because the last noun before "for" names the thing ("garden chair").
 * Without that noun, the rest must name a thing or a colour: the "garden" of "garden hose" does not.
 */
export function relaxed(
  words: readonly QueryWord[],
  {
    weights,
    mayBeEmpty,
    isColour,
  }: { weights: readonly number[]; mayBeEmpty: boolean; isColour: (word: QueryWord) => boolean },
): { places: number[] }[] {
  const places = checked(words).map((_, place) => place)
  const nothing = places.filter((place) => weights[place] === WEIGHT.nothing)
  const telling = places.filter((place) => weights[place] !== WEIGHT.nothing && weights[place] !== KEPT)
  const areKnown = nothing.length === 0
  const end = endOfThing(words)
  const sets = telling.length <= MAX_WORDS_COMBINED ? subsets(telling) : [[], ...telling.map((place) => [place])]
  // What a thing is for says less than what it is.
  const weightOf = (place: number) => (place < end ? weights[place]! : Math.min(weights[place]!, WEIGHT.fact))
  const lossOf = (set: number[]) =>
    set.reduce((sum, place) => sum + weightOf(place) + place / 100 + (place === end - 1 ? LAST : 0), 0)
  const isAll = (places: number[]) => mayBeEmpty && places.length === words.length
  const namesThing = (places: number[]) =>
    words.some(
      (word, place) =>
        !places.includes(place) && !isExcluded(word) && (weights[place]! >= WEIGHT.partOfCategory || isColour(word)),
    )
  return sets
    .filter((set) => (mayBeEmpty || set.length + nothing.length < places.length) && set.length + nothing.length > 0)
    .sort((a, b) => lossOf(a) - lossOf(b))
    .slice(0, MAX_RELAXED)
    .map((set) => ({ places: [...nothing, ...set].sort((a, b) => a - b) }))
    .filter(
      ({ places }) =>
        isAll(places) ||
        words.some(
          ({ text }, place) => !places.includes(place) && (isTelling(text) || (areKnown && /\d{2}/.test(text))),
        ),
    )
    .filter(({ places }) => isAll(places) || !places.includes(end - 1) || namesThing(places))
}

/** Returns whether a word can stand alone: numbers and sizes match too much beside words that nobody knows. */
const isTelling = (text: string) =>
  /\p{L}{2}/u.test(text) && !text.startsWith('-') && !foldedWords(text).every(isStopWord)

function subsets(places: number[]): number[][] {
  const sets: number[][] = [[]]
  for (const place of places) sets.push(...sets.map((set) => [...set, place]))
  return sets
}

/** Returns the query with two words written as one, for each pair of neighbours: "lap top" → "laptop". */
export function joined(words: readonly QueryWord[]): QueryWord[][] {
  const canJoin = (word: QueryWord | undefined) => word !== undefined && !word.isQuoted && /^\p{L}+$/u.test(word.text)
  return checked(words).flatMap((word, from) => {
    const next = words[from + 1]
    if (!canJoin(word) || next === undefined || !canJoin(next)) return []
    const one = { text: word.text + next.text, isQuoted: false }
    return [[...words.slice(0, from), one, ...words.slice(from + 2)]]
  })
}

const MAX_SUBSTITUTED_WORDS = 3

/** Returns the query with a name replaced by one of its synonyms, for each name and synonym, longest names first. */
export function substituted({ alike, keyOf }: Vocabulary, words: readonly QueryWord[]): QueryWord[][] {
  const plain = checked(words)
  const runs = Array.from({ length: MAX_SUBSTITUTED_WORDS }, (_, less) => MAX_SUBSTITUTED_WORDS - less)
  return runs.flatMap((length) =>
    plain.flatMap((_, from) => {
      const run = plain.slice(from, from + length)
      if (run.length < length || run.some((word) => word.isQuoted || isExcluded(word))) return []
      const synonyms = alike.get(keyOf(textOf(run))) ?? []
      return synonyms.map((synonym) => [...words.slice(0, from), ...wordsIn(synonym), ...words.slice(from + length)])
    }),
  )
}

export const wordsIn = (text: string): QueryWord[] =>
  text.split(' ').flatMap((word) => (word ? [{ text: word, isQuoted: false }] : []))
