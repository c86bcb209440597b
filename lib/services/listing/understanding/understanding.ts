import { type ListingState, listingState } from '@/lib/domain/listing/listing'
import {
  bareRangesIn,
  hasMoreThanWords,
  isExcluded,
  NOTHING_SAID,
  type QueryWord,
  type ReadQuery,
  readQuery,
  textOf,
  withoutPlaces,
} from '@/lib/domain/listing/query-words'
import { env } from '@/lib/env'
import { isEnglishWord } from '@/lib/search/analysis/english-words'
import { isStopWord } from '@/lib/search/analysis/inflect'
import { codeOf, modelsIn } from '@/lib/search/analysis/tokens'
import { searchEngine } from '@/lib/search/process-engine'
import type { SearchEngine } from '@/lib/search/search-engine'
import { categoryTree } from '@/lib/services/catalog/categories'
import { findCardDocuments } from '@/lib/services/catalog/documents'
import { Draft, namedProducts } from './draft'
import { joined, relaxed, substituted, weightsOf, withoutFree, wordsIn } from './repairs'
import { type Vocabulary, vocabulary } from './vocabulary'

/** Kinds of names that a shopper may want to keep as plain words. */
export const NAMED_KINDS = ['category', 'brand', 'colour'] as const
export type NamedKind = (typeof NAMED_KINDS)[number]

/**
 * Interprets a query as a listing: brand, category, colour, price and so on become filters, the rest stays text. A name
 * becomes a filter only if that returns results and loses no product whose own name has all the words. Kinds in
 * `asWords` stay text. Grammar (such as a price) applies even without results. If nothing is found, words are respelled,
 * joined or split, and then left out (`ignoredTerms`), the least telling ones first; not while the text `isTyping`.
 * `originalQuery` keeps the query if it was changed.
 */
export async function understand(
  text: string,
  { asWords = new Set(), isTyping = false }: { asWords?: ReadonlySet<NamedKind>; isTyping?: boolean } = {},
): Promise<ListingState> {
  const literal = listingState({ q: text })
  if (literal.q === '') return literal
  const [engine, tree] = await Promise.all([searchEngine(), categoryTree()])
  const known = await vocabulary(engine, tree)
  const read = await soundly(engine, known, literal.q)
  const drafted = async (words: QueryWord[]) => {
    const draft = new Draft(engine, tree, { ...read, words: await withFeatures(engine, words) }, known)
    if (words.some(({ isQuoted }) => !isQuoted)) {
      await draft.look()
      if (!asWords.has('brand')) await draft.liftBrands()
      if (!asWords.has('category')) await draft.liftCategory(!asWords.has('colour'))
      if (!asWords.has('category') && !asWords.has('colour')) await draft.liftColour()
    }
    return draft
  }
  const asRead = await drafted(read.words)
  const isFound = !asRead.findsNothing && !asRead.isDoubtful
  const better =
    isFound || isTyping || asWords.size > 0
      ? null
      : await repaired({ engine, known, words: read.words, mayBeEmpty: hasMoreThanWords(read), drafted })
  const { draft, ...changes } = better ?? { draft: asRead }
  const state = draft.state()
  if (!draft.hasLifted && !hasMoreThanWords(read) && state.q === literal.q) return literal
  return listingState({ ...state, originalQuery: literal.q, ...changes })
}

interface Repairable {
  engine: SearchEngine
  known: Vocabulary
  words: QueryWord[]
  /** Whether all words may be left out, because the query also has a price or the like. */
  mayBeEmpty: boolean
  drafted(words: QueryWord[]): Promise<Draft>
}

/** Returns the nearest query whose words are in names or specs, and what was changed; null if there is none. */
async function repaired({ engine, known, words, mayBeEmpty, drafted }: Repairable) {
  const finds = async (words: QueryWord[]) => {
    const draft = await drafted(words)
    return draft.findsNothing || draft.isDoubtful ? null : draft
  }
  const others = [...joined(words), ...substituted(known, words), ...withoutFree(words)]
  for (const other of others.slice(0, MAX_REWRITTEN)) {
    const draft = await finds(other)
    if (draft) return { draft }
  }
  const respelled = await respelling(engine, words)
  const asRespelled = respelled && (await finds(respelled))
  if (asRespelled) return { draft: asRespelled, respelledQuery: textOf(respelled) }
  const mended = await Promise.all(words.map(async (word) => (await respelling(engine, [word])) ?? [word]))
  const candidates = mended.flat()
  const hasChanged = textOf(candidates) !== textOf(words)
  for (const { places } of relaxed(candidates, await weightsOf(engine, known, candidates), mayBeEmpty)) {
    const rest = withoutPlaces(candidates, places)
    const draft = await finds(rest)
    if (!draft) continue
    const left = places.map((place) => bare(candidates[place]!.text))
    return {
      draft,
      ...(hasChanged && { respelledQuery: textOf(rest) }),
      ignoredTerms: left.filter((word) => !isStopWord(word.toLowerCase())),
    }
  }
  return null
}

/** Returns the query with its likeliest correction that keeps all words; null if there is none. */
async function respelling(engine: SearchEngine, words: QueryWord[]): Promise<QueryWord[] | null> {
  if (words.some((word) => word.isQuoted || isExcluded(word))) return null
  const corrections = await engine.corrections(textOf(words))
  const letters = lettersIn(textOf(words))
  for (const [text] of corrections) {
    if (Math.abs(lettersIn(text) - letters) > MAX_LETTERS_CHANGED) continue
    if (await isLikely(words, wordsIn(text))) return wordsIn(text)
  }
  return null
}

/** Returns whether every changed word can be a typing error, as a word of the language cannot. Words can be joined. */
async function isLikely(words: QueryWord[], corrected: QueryWord[]): Promise<boolean> {
  if (corrected.length < words.length || env().SEARCH_LANGUAGE !== 'en') return true
  const kept = new Set(corrected.map(({ text }) => text))
  const changed = words.filter(({ text }) => !kept.has(text))
  const areWords = await Promise.all(changed.map(({ text }) => isEnglishWord(bare(text))))
  return !areWords.some((isWord) => isWord)
}

const MAX_REWRITTEN = 8

/** More letters lost or gained mean that a word was left out. */
const MAX_LETTERS_CHANGED = 2
const lettersIn = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').length

/** Replaces a word to exclude by the feature of being free of it, where products have one: "-perfume" → "perfumefree". */
async function withFeatures(engine: SearchEngine, words: QueryWord[]): Promise<QueryWord[]> {
  const replaced = words.map(async (word) => {
    if (!isExcluded(word)) return word
    const feature = `${word.text.slice(1)}free`
    const { total, weakMatch } = await engine.search({
      text: feature,
      exact: true,
      perPage: 0,
      facets: false,
    })
    return total > 0 && !weakMatch ? wordsIn(feature) : word
  })
  return (await Promise.all(replaced)).flat()
}

const bare = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '')

/** Parses a query's grammar, unless the query is the name of a product or brand: "Under 30", "New Balance". */
async function soundly(engine: SearchEngine, known: Vocabulary, text: string): Promise<ReadQuery> {
  const loose = readQuery(text, { bareRanges: true })
  if (!hasMoreThanWords(loose)) return loose
  const plain = wordsIn(text)
  const key = `${known.keyOf(text)} `
  const isBrand =
    loose.scope === 'new' &&
    [...known.brands.keys()].some((name) => name.startsWith('new ') && key.startsWith(`${name} `))
  const { found, named } = await namedProducts(engine, known, plain)
  if (isBrand || named.length > 0) return { words: plain, ...NOTHING_SAID }
  return found.total > 0 || (await hasCode(engine, text)) ? readQuery(text) : loose
}

/** Returns whether a number range in the text ("42-315") is the SKU of a product or a model number in its name. */
async function hasCode(engine: SearchEngine, text: string): Promise<boolean> {
  for (const range of bareRangesIn(text)) {
    const code = codeOf(range)
    const { hits } = await engine.search({ text: range, exact: true, facets: false })
    const documents = await findCardDocuments(hits.map(({ id }) => id))
    const isNamed = documents.some(
      ({ name, variants }) => modelsIn(name).includes(code) || variants.some(({ sku }) => codeOf(sku) === code),
    )
    if (isNamed) return true
  }
  return false
}
