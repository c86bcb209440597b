import type { Suggestions } from '@/lib/contracts/listing/listing'
import { findUrl } from '@/lib/domain/listing/find-url'
import { listingState } from '@/lib/domain/listing/listing'
import { listingUrl } from '@/lib/domain/listing/listing-url'
import { type NameKeys, nameKeys } from '@/lib/search/analysis/name-keys'
import { searchEngine } from '@/lib/search/process-engine'
import type { SearchEngine } from '@/lib/search/search-engine'
import { NO_SUGGESTIONS, type Result } from '@/lib/search/search-query'
import { type CategoryTree, categoryTree } from '../catalog/categories'
import { categoryCounts } from '../catalog/category-counts'
import { productCards } from '../catalog/products'
import { filterables, listingQuery, scopeOf } from './index-query'
import { understand } from './understanding/understanding'

const MAX_SUGGESTED = { words: 5, categories: 3, products: 4 }

/**
 * Returns suggestions for a text that is being typed: what submitting it shows or, if that is nothing, what submitting
 * its likeliest completion shows. All numbers are those of the pages that the suggestions lead to.
 */
export async function suggest(text: string): Promise<Suggestions> {
  const { q } = listingState({ q: text })
  const [engine, tree] = await Promise.all([searchEngine(), categoryTree()])
  const [{ words, result: asTyped }, asSubmitted] = await Promise.all([
    engine.suggest(q, MAX_SUGGESTED.words),
    previewOf(engine, tree, q),
  ])
  const completions = words
    .map(([word]) => withLastWord(q, word))
    // Once the text finds something, another spelling is noise.
    .filter((text) => text !== q && (asSubmitted.result.total === 0 || text.toLowerCase().startsWith(q.toLowerCase())))
  const [likeliest] = completions
  const completed =
    asSubmitted.result.total === 0 && asSubmitted.isPlain && likeliest !== undefined
      ? await previewOf(engine, tree, likeliest)
      : null
  const shown = completed ?? asSubmitted
  // Results that only mention the text are a guess, which the page announces and a suggestion cannot.
  const isGuess = shown.result.weakMatch !== undefined
  const isForgiven = shown.result.total === 0 && shown.isPlain
  const hits = isGuess ? [] : (isForgiven ? asTyped : shown.result).hits
  const [cards, { keyOf }] = await Promise.all([productCards(hits.slice(0, MAX_SUGGESTED.products)), nameKeys()])
  return {
    completions: completions.map((text) => ({ text, href: findUrl(text) })),
    categories: await categoriesFor(engine, tree, { keyOf, q, shown: isGuess || !shown.isPlain ? null : shown }),
    products: cards.map(({ name, href, image, price, percent }) => ({
      name,
      href,
      image: image?.src ?? null,
      price,
      percent,
    })),
    total: asSubmitted.result.total,
    href: findUrl(q),
  }
}

/**
 * Replaces the last word with its completion. For "t-shi", replaces only the part after the hyphen, unless the
 * completion itself has hyphens.
 */
const withLastWord = (text: string, word: string) =>
  text.replace(word.includes('-') ? /\S+$/ : /[\p{L}\p{M}\p{N}]+$/u, () => word)

/** What submitting a text shows, apart from corrections. */
interface Preview {
  text: string
  /** Whether the text is searched for as it stands. */
  isPlain: boolean
  result: Result
}

async function previewOf(engine: SearchEngine, tree: CategoryTree, text: string): Promise<Preview> {
  const state = await understand(text, { isTyping: true })
  if (state.q === '' && state.originalQuery === '') return { text, isPlain: true, result: NO_SUGGESTIONS.result }
  const category = state.category === null ? tree : (tree.byPath.get(state.category) ?? null)
  const isFiltered = state.filters.size > 0
  const base: Result = isFiltered ? await engine.search({ ...scopeOf(state), perPage: 0 }) : NO_SUGGESTIONS.result
  const { query } = listingQuery(state, filterables(category, base))
  const result = await engine.search({ ...query, perPage: MAX_SUGGESTED.products, facets: 'category' })
  return { text, isPlain: state.originalQuery === '', result }
}

/** Returns categories whose name starts with the text, then the categories with the most results. */
async function categoriesFor(
  engine: SearchEngine,
  tree: CategoryTree,
  { keyOf, q, shown }: { keyOf: NameKeys['keyOf']; q: string; shown: Preview | null },
): Promise<Suggestions['categories']> {
  const typed = keyOf(q)
  const named = [...tree.byPath.values()].filter(({ name }) => typed !== '' && keyOf(name).startsWith(typed))
  const all = named.length === 0 ? null : await engine.search({ perPage: 0, facets: 'category' })
  const counts = { all: all && categoryCounts(all), shown: shown && categoryCounts(shown.result) }
  const leaves = (shown?.result.facets.category?.values ?? []).flatMap(([path]) => tree.byPath.get(String(path)) ?? [])
  const links = [
    ...named.map(({ name, path }) => ({
      name,
      path,
      text: '',
      href: listingUrl(listingState({ category: path })),
      count: counts.all?.get(path) ?? 0,
    })),
    ...leaves.map(({ name, path }) => ({
      name,
      path,
      text: shown!.text,
      href: listingUrl(listingState({ category: path, q: shown!.text })),
      count: counts.shown?.get(path) ?? 0,
    })),
  ]
  const seen = new Set<string>()
  return links
    .filter(({ path, count }) => count > 0 && !seen.has(path) && seen.add(path))
    .slice(0, MAX_SUGGESTED.categories)
}
