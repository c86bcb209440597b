import type { Suggestions } from '@/lib/contracts/listing'
import { listingState } from '@/lib/domain/listing'
import { listingUrl } from '@/lib/domain/listing-url'
import { liveIndex } from '@/lib/search/live'
import type { Result } from '@/lib/search/query'
import { type CategoryTree, categoryTree } from './categories'
import { categoryCounts } from './category-counts'
import { productCards } from './products'

const MOST_SUGGESTED = { words: 5, categories: 3, products: 4 }

/** What the search field offers for a text that is being typed. */
export async function suggest(text: string): Promise<Suggestions> {
  const { q } = listingState({ q: text })
  const [index, tree] = await Promise.all([liveIndex(), categoryTree()])
  const [suggested, found] = await Promise.all([
    index.suggest(q, MOST_SUGGESTED.words),
    index.search({ text: q, perPage: MOST_SUGGESTED.products }),
  ])
  const cards = await productCards(found.hits)
  return {
    completions: suggested.words.map(([word, count]) => {
      const completed = withLastWord(q, word)
      return { text: completed, count, href: listingUrl(listingState({ q: completed })) }
    }),
    categories: categoriesFor(tree, q, found),
    products: cards.map(({ name, href, image, price, percent }) => ({
      name,
      href,
      image: image?.src ?? null,
      price,
      percent,
    })),
    total: found.total,
    href: listingUrl(listingState({ q })),
  }
}

const withLastWord = (text: string, word: string) => [...text.split(' ').slice(0, -1), word].join(' ')

/** Categories of that name lead to the category itself, then those with most hits to the hits in them. */
function categoriesFor(tree: CategoryTree, q: string, found: Result): Suggestions['categories'] {
  const counts = categoryCounts(found)
  const typed = q.toLowerCase()
  const named = [...tree.byPath.values()].filter(({ name }) => name.toLowerCase().startsWith(typed))
  const leaves = (found.facets.category?.values ?? []).flatMap(([path]) => tree.byPath.get(String(path)) ?? [])
  const links = [
    ...named.map(({ name, path }) => ({
      name,
      path,
      href: listingUrl(listingState({ category: path })),
      count: counts.get(path) ?? 0,
    })),
    ...leaves.map(({ name, path }) => ({
      name,
      path,
      href: listingUrl(listingState({ category: path, q })),
      count: counts.get(path) ?? 0,
    })),
  ]
  const seen = new Set<string>()
  return links
    .filter(({ path, count }) => count > 0 && !seen.has(path) && seen.add(path))
    .slice(0, MOST_SUGGESTED.categories)
}
