import { type ListingState, listingState } from '@/lib/domain/listing/listing'
import {
  bareRangesIn,
  bareText,
  hasMoreThanWords,
  isExcluded,
  NOTHING_SAID,
  type QueryWord,
  type ReadQuery,
  readQuery,
  textOf,
} from '@/lib/domain/listing/query-words'
import { codeOf, modelsIn } from '@/lib/search/analysis/tokens'
import { searchEngine } from '@/lib/search/process-engine'
import type { SearchEngine } from '@/lib/search/search-engine'
import { categoryTree } from '@/lib/services/catalog/categories'
import { findCardDocuments } from '@/lib/services/catalog/documents'
import { Draft } from './draft'
import { namedProducts } from './lookups'
import { type Repaired, repaired } from './repaired'
import { wordsIn } from './repairs'
import { withJoinedWords } from './spans'
import { type Vocabulary, vocabulary } from './vocabulary'

/** Kinds of names that a shopper may want to keep as plain words. */
export const NAMED_KINDS = ['category', 'brand', 'colour'] as const
export type NamedKind = (typeof NAMED_KINDS)[number]

/**
 * Interprets a query as a listing: brand, category, colour, price and so on become filters, the rest stays text. A name
 * becomes a filter only if that returns results and loses no product whose own name has all the words. Kinds in
 * `asWords` stay text. Grammar (such as a price) applies even without results. If nothing is found, words are respelled,
 * joined or split, and then left out (`ignoredTerms`), the least telling ones first; not while the text `isTyping`.
 * Exclusions that exclude nothing, and sizes that a category does not have, are left out too. `originalQuery` keeps the
 * query if it was changed.
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
  const words = withJoinedWords(read.words, known)
  const interpreted = async (words: QueryWord[]) => {
    const draft = new Draft(engine, tree, { ...read, words }, known)
    if (words.some(({ isQuoted }) => !isQuoted)) {
      await draft.look()
      if (!asWords.has('brand')) await draft.liftBrands()
      if (!asWords.has('category')) await draft.liftCategory(!asWords.has('colour'))
      if (!asWords.has('category')) await draft.liftShelf()
      if (!asWords.has('category') && !asWords.has('colour')) await draft.liftColour()
      if (!asWords.has('category')) await draft.liftExclusion()
    }
    return draft
  }
  const drafted = async (words: QueryWord[]) => {
    const free = await withFeatures(engine, words)
    const draft = await interpreted(free)
    return textOf(free) === textOf(words) || draft.isFound ? draft : interpreted(words)
  }
  const asRead = await drafted(words)
  const better =
    asRead.isFound || isTyping || asWords.size > 0
      ? null
      : await repaired({ engine, known, words, mayBeEmpty: hasMoreThanWords(read), drafted })
  const { draft, respelledQuery = '', ignoredTerms = [] }: Repaired = better ?? { draft: asRead }
  const unsaid = await draft.leaveOutUnsaid()
  const state = draft.state()
  const ignored = [...ignoredTerms, ...draft.unsoldSizes, ...unsaid]
  const isAsTyped = !draft.hasLifted && !hasMoreThanWords(read) && state.q === literal.q
  if (isAsTyped && ignored.length === 0) return literal
  return listingState({ ...state, originalQuery: literal.q, respelledQuery, ignoredTerms: ignored })
}

/** Replaces a word to exclude by the feature of being free of it, where products have one: "-perfume" → "perfumefree". */
async function withFeatures(engine: SearchEngine, words: QueryWord[]): Promise<QueryWord[]> {
  const replaced = words.map(async (word) => {
    if (!isExcluded(word)) return word
    const feature = `${bareText(word)}free`
    const { total, weakMatch } = await engine.search({ text: feature, exact: true, perPage: 0, facets: false })
    return total > 0 && weakMatch !== 'descriptions' ? wordsIn(feature) : word
  })
  return (await Promise.all(replaced)).flat()
}

/** Parses a query's grammar, unless the query is the name of a product or brand: "Under 30", "New Balance". */
async function soundly(engine: SearchEngine, known: Vocabulary, text: string): Promise<ReadQuery> {
  const loose = readQuery(text, { bareRanges: true })
  const plain = wordsIn(text)
  if (!hasMoreThanWords(loose) && textOf(loose.words) === textOf(plain)) return loose
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
