import type { NothingFoundHelp } from '@/lib/contracts/listing/listing'
import { HELP_TITLES } from '@/lib/domain/content/help-pages'
import { helpTopics } from '@/lib/domain/content/help-topics'
import { findUrl } from '@/lib/domain/listing/find-url'
import { type ListingState, listingState } from '@/lib/domain/listing/listing'
import { listingUrl } from '@/lib/domain/listing/listing-url'
import { isExcluded, readQuery, textOf } from '@/lib/domain/listing/query-words'
import { searchEngine } from '@/lib/search/process-engine'
import type { SearchEngine } from '@/lib/search/search-engine'
import { type CategoryTree, categoryTree } from '../catalog/categories'
import { likelyCorrections } from './understanding/spelling'
import { categoriesNamed, type Vocabulary, vocabulary } from './understanding/vocabulary'
import { unknownPlaces } from './unknown-words'

const MAX = { words: 8, texts: 3, categories: 4 }

/** Returns links to the help pages that answer a query. */
export const helpLinks = (query: string): NothingFoundHelp['categories'] =>
  helpTopics(query).map((page) => ({ name: HELP_TITLES[page], href: `/help/${page}` }))

const NO_HELP: NothingFoundHelp = {
  elsewhere: null,
  corrections: [],
  fewer: [],
  isFewerLikelier: false,
  categories: [],
}

/**
 * Returns suggestions for a text without results: corrections, shorter texts, the whole shop, similar categories. Words
 * to exclude are never suggested, and a question that a help page answers needs nothing else.
 */
export async function nothingFoundHelp({ q, originalQuery, category }: ListingState): Promise<NothingFoundHelp> {
  if (helpLinks(originalQuery || q).length > 0) return NO_HELP
  const [engine, tree] = await Promise.all([searchEngine(), categoryTree()])
  const all = readQuery(q).words
  const read = all.filter((word) => !isExcluded(word)).slice(0, MAX.words)
  const words = read.map((word) => textOf([word]))
  const known = await vocabulary(engine, tree)
  const [everywhere, texts, unknown] = await Promise.all([
    category === null ? 0 : countOf(engine, q),
    likelyCorrections(engine, q),
    unknownPlaces(engine, known, read),
  ])
  const typed = new Set(words)
  const isOnlyShorter = (text: string) => text.split(' ').every((word) => typed.has(word))
  const isFewerLikelier = words.length > 1 && unknown.length === 0
  // If leaving out an unknown word is enough, the other words need no correction.
  const isEnough = !isFewerLikelier && texts.some(isOnlyShorter)
  const corrections = isEnough ? [] : texts.filter((text) => !isOnlyShorter(text))
  const isShorter = corrections.some((text) => text.split(' ').length < words.length)
  const shorter = isShorter && !isFewerLikelier ? [] : await textsWithFewerWords(engine, words, unknown)
  const fewer =
    read.length < all.length && words.length === 1 && (await countOf(engine, words[0]!)) > 0 ? words : shorter
  const toText = (text: string) => ({ text, href: findUrl(text) })
  return {
    elsewhere: everywhere > 0 ? { count: everywhere, href: listingUrl(listingState({ q })) } : null,
    corrections: corrections.map(toText),
    fewer: fewer.map(toText),
    isFewerLikelier,
    categories: await categoriesNear(engine, tree, known, words, [...corrections, ...fewer]),
  }
}

const countOf = async (engine: SearchEngine, text: string) =>
  (await engine.search({ text, exact: true, perPage: 0, facets: false })).total

/**
 * Returns the text without one of its words (an unknown one if that is enough), or single words if that finds nothing
 * either. Texts with the last word come first, because a green sofa is a sofa; then those with the most results.
 */
async function textsWithFewerWords(engine: SearchEngine, words: string[], unknown: number[]): Promise<string[]> {
  if (words.length < 2) return []
  const without = words.map((_, place) => words.filter((_, other) => other !== place).join(' '))
  for (const texts of [unknown.map((place) => without[place]!), without, words]) {
    const counted = await Promise.all(
      [...new Set(texts)].map(async (text) => ({ text, count: await countOf(engine, text) })),
    )
    const keepsLast = (text: string) => Number(text.endsWith(words.at(-1) ?? ''))
    const found = counted
      .filter(({ count }) => count > 0)
      .sort((a, b) => keepsLast(b.text) - keepsLast(a.text) || b.count - a.count)
    if (found.length > 0) return found.slice(0, MAX.texts).map(({ text }) => text)
  }
  return []
}

/** Returns categories that a word names, then the categories with the most results for the closest text. */
async function categoriesNear(
  engine: SearchEngine,
  tree: CategoryTree,
  known: Vocabulary,
  words: string[],
  texts: string[],
): Promise<NothingFoundHelp['categories']> {
  const pairs = words.slice(1).map((word, before) => `${words[before]} ${word}`)
  const named = [...pairs, ...words].flatMap((text) => categoriesNamed(known, known.keyOf(text)) ?? [])
  const [nearest = null] = texts
  const found =
    nearest === null ? null : await engine.search({ text: nearest, exact: true, perPage: 0, facets: 'category' })
  const leaves = (found?.facets.category?.values ?? []).slice(0, 2).map(([path]) => String(path))
  const paths = [...new Set([...named.map(({ path }) => path), ...leaves])]
  return paths
    .flatMap((path) => tree.byPath.get(path) ?? [])
    .slice(0, MAX.categories)
    .map(({ name, path }) => ({ name, href: listingUrl(listingState({ category: path })) }))
}
