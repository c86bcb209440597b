import { type ListingState, listingState } from '@/lib/domain/listing/listing'
import { isExcluded, type QueryWord, textOf } from '@/lib/domain/listing/query-words'
import { headOf } from '@/lib/search/analysis/fields'
import type { SearchEngine } from '@/lib/search/search-engine'
import type { CategoryTree } from '@/lib/services/catalog/categories'
import { type CardDocument, findCardDocuments } from '@/lib/services/catalog/documents'
import { filterables, scopeOf } from '../index-query'
import { endOfThing } from './spans'
import type { Vocabulary } from './vocabulary'

const MAX_NAMES_READ = 24

/** Returns the filters of a category, or of the whole shop. */
export async function filtersIn(engine: SearchEngine, tree: CategoryTree, scope: Pick<ListingState, 'category' | 'q'>) {
  const base = await engine.search({ ...scopeOf({ ...listingState(), ...scope }), perPage: 0 })
  return filterables(scope.category === null ? tree : (tree.byPath.get(scope.category) ?? null), base)
}

/** Returns the results for plain words, the documents of the best ones in order, and those of them with all words in their name. */
export async function namedProducts(engine: SearchEngine, { wordsOf, alike }: Vocabulary, words: readonly QueryWord[]) {
  const found = await engine.search({ text: textOf(words), exact: true, perPage: MAX_NAMES_READ })
  const typed = wordsOf(textOf(words.filter((word) => !isExcluded(word))))
  const unordered = await findCardDocuments(found.hits.map(({ id }) => id))
  const byId = new Map(unordered.map((document) => [document._id.toHexString(), document]))
  const documents = found.hits.flatMap(({ id }) => byId.get(id) ?? [])
  const named = documents.filter(({ name }) => {
    const own = new Set(wordsOf(name))
    return (
      typed.length > 0 &&
      typed.every((word) => own.has(word) || (typed.length > 1 && alike.get(word)?.some((other) => own.has(other))))
    )
  })
  return { found, documents, named }
}

/** Returns whether the thing that is asked for only describes another in all these names: "card" in "card game". */
export function isHeadless(
  { wordsOf, alike, keyOf }: Vocabulary,
  words: readonly QueryWord[],
  documents: readonly CardDocument[],
): boolean {
  const head = words[endOfThing(words) - 1]
  const key = head && !head.isQuoted && !isExcluded(head) ? keyOf(head.text) : ''
  return (
    key !== '' &&
    !alike.has(key) &&
    documents.length > 0 &&
    documents.every(({ name }) => wordsOf(name).includes(key) && keyOf(headOf(name)) !== key)
  )
}

/**
 * Returns the category of most of the best products with these words; null if they are scattered. Products named with
 * the words come first, so "tent" is about tents, not about everything that mentions one.
 */
export async function shelfOf(engine: SearchEngine, words: readonly QueryWord[]): Promise<string | null> {
  const { hits, weakMatch } = await engine.search({
    text: textOf(words),
    exact: true,
    perPage: MAX_SHELF_HITS,
    facets: false,
  })
  if (weakMatch !== undefined) return null
  const documents = await findCardDocuments(hits.map(({ id }) => id))
  const counts = new Map<string, number>()
  for (const { category } of documents) counts.set(category, (counts.get(category) ?? 0) + 1)
  const [path, count] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? ['', 0]
  return count * 2 > documents.length ? path : null
}

const MAX_SHELF_HITS = 5

/**
 * Returns the deepest category that contains most products with a word outside their description: what a shopper means
 * who only says what it must not be. Null for the whole shop, undefined if no product has the word.
 */
export async function scopeOfWord(engine: SearchEngine, text: string): Promise<string | null | undefined> {
  const { facets, total, weakMatch } = await engine.search({ text, exact: true, perPage: 0, facets: 'category' })
  if (total === 0 || weakMatch === 'descriptions') return undefined
  const leaves = facets.category?.values ?? []
  const within = (path: string) =>
    leaves.reduce((sum, [leaf, count]) => sum + (`${leaf}/`.startsWith(`${path}/`) ? count : 0), 0)
  const paths = leaves.flatMap(([leaf]) => {
    const slugs = String(leaf).split('/')
    return slugs.map((_, index) => slugs.slice(0, index + 1).join('/'))
  })
  const most = [...new Set(paths)].filter((path) => within(path) >= total * MOST)
  return most.sort((a, b) => b.split('/').length - a.split('/').length)[0] ?? null
}

const MOST = 0.8
