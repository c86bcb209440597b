import { type ListingState, listingState } from '@/lib/domain/listing/listing'
import {
  bareRangesIn,
  hasMoreThanWords,
  NOTHING_SAID,
  type QueryWord,
  type ReadQuery,
  readQuery,
  withoutPlaces,
} from '@/lib/domain/listing/query-words'
import { codeOf, modelsIn } from '@/lib/search/analysis/tokens'
import { searchEngine } from '@/lib/search/process-engine'
import type { SearchEngine } from '@/lib/search/search-engine'
import { categoryTree } from '@/lib/services/catalog/categories'
import { findCardDocuments } from '@/lib/services/catalog/documents'
import { placesToLeaveOut } from '../unknown-words'
import { Draft, namedProducts } from './draft'
import { type Vocabulary, vocabulary } from './vocabulary'

/** Kinds of names that a shopper may want to keep as plain words. */
export const NAMED_KINDS = ['category', 'brand', 'colour'] as const
export type NamedKind = (typeof NAMED_KINDS)[number]

/**
 * Interprets a query as a listing: brand, category, colour, price and so on become filters, the rest stays text. A name
 * becomes a filter only if that returns results and loses no product whose own name has all the words. Kinds in
 * `asWords` stay text. If nothing is found, unknown words move to `ignoredTerms`, provided that the other words have a
 * meaning. Grammar (such as a price) applies even without results. `originalQuery` keeps the query if it was changed.
 */
export async function understand(text: string, asWords: ReadonlySet<NamedKind> = new Set()): Promise<ListingState> {
  const literal = listingState({ q: text })
  if (literal.q === '') return literal
  const [engine, tree] = await Promise.all([searchEngine(), categoryTree()])
  const known = await vocabulary(engine, tree)
  const read = await soundly(engine, known, literal.q)
  const drafted = async (words: QueryWord[]) => {
    const draft = new Draft(engine, tree, { ...read, words }, known)
    if (words.some(({ isQuoted }) => !isQuoted)) {
      await draft.look()
      if (!asWords.has('brand')) await draft.liftBrands()
      if (!asWords.has('category')) await draft.liftCategory(!asWords.has('colour'))
      if (!asWords.has('category') && !asWords.has('colour')) await draft.liftColour()
    }
    return draft
  }
  const draft = await drafted(read.words)
  for (const places of draft.findsNothing ? await placesToLeaveOut(engine, known, read.words) : []) {
    const rest = await drafted(withoutPlaces(read.words, places))
    if (!rest.hasLifted) continue
    const ignoredTerms = places.map((place) => bare(read.words[place]!.text))
    return listingState({ ...rest.state(), originalQuery: literal.q, ignoredTerms })
  }
  if (!draft.hasLifted && !hasMoreThanWords(read)) return literal
  return listingState({ ...draft.state(), originalQuery: literal.q })
}

const bare = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '')

/** Parses a query's grammar, unless the query is the name of a product or brand: "Under 30", "New Balance". */
async function soundly(engine: SearchEngine, known: Vocabulary, text: string): Promise<ReadQuery> {
  const loose = readQuery(text, { bareRanges: true })
  if (!hasMoreThanWords(loose)) return loose
  const plain = text.split(' ').map((word) => ({ text: word, isQuoted: false }))
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
    const { hits } = await engine.search({ text: `${range} `, facets: false })
    const documents = await findCardDocuments(hits.map(({ id }) => id))
    const isNamed = documents.some(
      ({ name, variants }) => modelsIn(name).includes(code) || variants.some(({ sku }) => codeOf(sku) === code),
    )
    if (isNamed) return true
  }
  return false
}
