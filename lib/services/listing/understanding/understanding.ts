import { type ListingState, listingState } from '@/lib/domain/listing/listing'
import {
  bareRangesIn,
  NOTHING_SAID,
  type QueryWord,
  type ReadQuery,
  readQuery,
  saysMore,
  withoutPlaces,
} from '@/lib/domain/listing/query-words'
import { codeOf, modelsIn } from '@/lib/search/analysis/tokens'
import { searchEngine } from '@/lib/search/process-engine'
import type { SearchEngine } from '@/lib/search/search-engine'
import { categoryTree } from '@/lib/services/catalog/categories'
import { findShelfProducts } from '@/lib/services/catalog/documents'
import { placesToLeaveOut } from '../unknown-words'
import { Draft, namedProducts } from './draft'
import { type Vocabulary, vocabulary } from './vocabulary'

/** What of a text may name something in the catalogue, or be a word all the same. */
export const NAMED_KINDS = ['category', 'brand', 'colour'] as const
export type NamedKind = (typeof NAMED_KINDS)[number]

/**
 * The listing that a typed text asks for: brand, category, colour, price and the like as filters, the rest as text.
 * A name is lifted out of the text only where products are found so, and never where a product would be lost whose own
 * name has all the words. `asWords` names the kinds that are to stay text. Where nothing is found so, words that nothing
 * here is called are `left` out, if the others name something. What was said by grammar, such as a price, holds even where
 * nothing is so cheap. What was typed is kept as `asked`, unless nothing was understood.
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
    const left = places.map((place) => bare(read.words[place]!.text))
    return listingState({ ...rest.state(), asked: literal.q, left })
  }
  if (!draft.hasLifted && !saysMore(read)) return literal
  return listingState({ ...draft.state(), asked: literal.q })
}

const bare = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '')

/** What the text says by grammar; nothing where it is how a product or a brand is called: "Under 30", "New Balance". */
async function soundly(engine: SearchEngine, known: Vocabulary, text: string): Promise<ReadQuery> {
  const loose = readQuery(text, { bareRanges: true })
  if (!saysMore(loose)) return loose
  const plain = text.split(' ').map((word) => ({ text: word, isQuoted: false }))
  const key = `${known.keyOf(text)} `
  const isBrand =
    loose.scope === 'new' &&
    [...known.brands.keys()].some((name) => name.startsWith('new ') && key.startsWith(`${name} `))
  const { found, named } = await namedProducts(engine, known, plain)
  if (isBrand || named.length > 0) return { words: plain, ...NOTHING_SAID }
  return found.total > 0 || (await hasCode(engine, text)) ? readQuery(text) : loose
}

/** Returns whether a bare range in the text, such as "42-315", is a product's SKU or a model in its name. */
async function hasCode(engine: SearchEngine, text: string): Promise<boolean> {
  for (const range of bareRangesIn(text)) {
    const code = codeOf(range)
    const { hits } = await engine.search({ text: `${range} `, facets: false })
    const documents = await findShelfProducts(hits.map(({ id }) => id))
    const isNamed = documents.some(
      ({ name, variants }) => modelsIn(name).includes(code) || variants.some(({ sku }) => codeOf(sku) === code),
    )
    if (isNamed) return true
  }
  return false
}
