import type { Suggestions } from '@/lib/contracts/listing/listing'
import { findUrl } from '@/lib/domain/listing/find-url'
import { listingState } from '@/lib/domain/listing/listing'
import { listingUrl } from '@/lib/domain/listing/listing-url'
import { readQuery, saysMore } from '@/lib/domain/listing/query-words'
import { type NameKeys, nameKeys } from '@/lib/search/analysis/name-keys'
import { searchEngine } from '@/lib/search/process-engine'
import type { SearchEngine } from '@/lib/search/search-engine'
import type { Result } from '@/lib/search/search-query'
import { type CategoryTree, categoryTree } from '../catalog/categories'
import { categoryCounts } from '../catalog/category-counts'
import { productCards } from '../catalog/products'
import { filterables, listingQuery, scopeOf } from './index-query'
import { understand } from './understanding/understanding'

const MOST_SUGGESTED = { words: 5, categories: 3, products: 4 }

/** What the search field offers for a text that is being typed. */
export async function suggest(text: string): Promise<Suggestions> {
  const { q } = listingState({ q: text })
  const [engine, tree] = await Promise.all([searchEngine(), categoryTree()])
  const { words, result: asTyped } = await engine.suggest(q, MOST_SUGGESTED.words)
  // With a price or the like the words as they stand are hardly what is looked for.
  const byMeaning = asTyped.total === 0 || saysMore(readQuery(q)) ? await foundByMeaning(engine, tree, q) : null
  const found = byMeaning && byMeaning.total > 0 ? byMeaning : asTyped
  const [cards, { keyOf }] = await Promise.all([productCards(found.hits.slice(0, MOST_SUGGESTED.products)), nameKeys()])
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

/** The text with its last word completed; of "t-shi" only the part behind the hyphen, unless the word has hyphens itself. */
const withLastWord = (text: string, word: string) =>
  text.replace(word.includes('-') ? /\S+$/ : /[\p{L}\p{M}\p{N}]+$/u, () => word)

/** What "red trainers under 80" finds, where no product has all of that as words. */
async function foundByMeaning(engine: SearchEngine, tree: CategoryTree, q: string): Promise<Result> {
  const state = await understand(q)
  // Whoever still types is not done with a word that is not known yet.
  if (!state.asked || state.left.length > 0) return { total: 0, hits: [], facets: {} }
  const category = state.category === null ? tree : (tree.byPath.get(state.category) ?? null)
  const base = await engine.search({ ...scopeOf(state), perPage: 0 })
  const { query } = listingQuery(state, filterables(category, base))
  return engine.search({ ...query, perPage: MOST_SUGGESTED.products, facets: false })
}

/** Categories of that name lead to the category itself, then those with most hits to the hits in them. */
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
    .slice(0, MOST_SUGGESTED.categories)
}
