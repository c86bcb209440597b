import type { Suggestions } from '@/lib/contracts/listing/listing'
import { findUrl } from '@/lib/domain/listing/find-url'
import { listingState } from '@/lib/domain/listing/listing'
import { listingUrl } from '@/lib/domain/listing/listing-url'
import { hasMoreThanWords, readQuery } from '@/lib/domain/listing/query-words'
import { type NameKeys, nameKeys } from '@/lib/search/analysis/name-keys'
import { searchEngine } from '@/lib/search/process-engine'
import type { SearchEngine } from '@/lib/search/search-engine'
import type { Result } from '@/lib/search/search-query'
import { type CategoryTree, categoryTree } from '../catalog/categories'
import { categoryCounts } from '../catalog/category-counts'
import { productCards } from '../catalog/products'
import { filterables, listingQuery, scopeOf } from './index-query'
import { understand } from './understanding/understanding'

const MAX_SUGGESTED = { words: 5, categories: 3, products: 4 }

/** Returns suggestions for a text that is being typed. */
export async function suggest(text: string): Promise<Suggestions> {
  const { q } = listingState({ q: text })
  const [engine, tree] = await Promise.all([searchEngine(), categoryTree()])
  const { words, result: asTyped } = await engine.suggest(q, MAX_SUGGESTED.words)
  // A text with a price or similar rarely means plain words.
  const byMeaning = asTyped.total === 0 || hasMoreThanWords(readQuery(q)) ? await foundByMeaning(engine, tree, q) : null
  const found = byMeaning && byMeaning.total > 0 ? byMeaning : asTyped
  const [cards, { keyOf }] = await Promise.all([productCards(found.hits.slice(0, MAX_SUGGESTED.products)), nameKeys()])
  return {
    completions: words.map(([word, count]) => {
      const completed = withLastWord(q, word)
      return { text: completed, count, href: findUrl(completed) }
    }),
    categories: found === asTyped ? categoriesFor(tree, keyOf, q, found) : [],
    products: cards.map(({ name, href, image, price, percent }) => ({
      name,
      href,
      image: image?.src ?? null,
      price,
      percent,
    })),
    total: found.total,
    href: findUrl(q),
  }
}

/**
 * Replaces the last word with its completion. For "t-shi", replaces only the part after the hyphen, unless the
 * completion itself has hyphens.
 */
const withLastWord = (text: string, word: string) =>
  text.replace(word.includes('-') ? /\S+$/ : /[\p{L}\p{M}\p{N}]+$/u, () => word)

/** Returns results for interpreted texts ("red trainers under 80"), for which no product has all the words. */
async function foundByMeaning(engine: SearchEngine, tree: CategoryTree, q: string): Promise<Result> {
  const state = await understand(q, { isTyping: true })
  if (!state.originalQuery) return { total: 0, hits: [], facets: {} }
  const category = state.category === null ? tree : (tree.byPath.get(state.category) ?? null)
  const base = await engine.search({ ...scopeOf(state), perPage: 0 })
  const { query } = listingQuery(state, filterables(category, base))
  return engine.search({ ...query, perPage: MAX_SUGGESTED.products, facets: false })
}

/** Returns categories whose name starts with the text, then the categories with the most results. */
function categoriesFor(
  tree: CategoryTree,
  keyOf: NameKeys['keyOf'],
  q: string,
  found: Result,
): Suggestions['categories'] {
  const counts = categoryCounts(found)
  const typed = keyOf(q)
  const named = [...tree.byPath.values()].filter(({ name }) => typed !== '' && keyOf(name).startsWith(typed))
  const leaves = (found.facets.category?.values ?? []).flatMap(([path]) => tree.byPath.get(String(path)) ?? [])
  const links = [
    ...named.map(({ name, path }) => ({
      name,
      path,
      text: '',
      href: listingUrl(listingState({ category: path })),
      count: counts.get(path) ?? 0,
    })),
    ...leaves.map(({ name, path }) => ({
      name,
      path,
      text: q,
      href: listingUrl(listingState({ category: path, q })),
      count: counts.get(path) ?? 0,
    })),
  ]
  const seen = new Set<string>()
  return links
    .filter(({ path, count }) => count > 0 && !seen.has(path) && seen.add(path))
    .slice(0, MAX_SUGGESTED.categories)
}
