import type { LiveIndex } from '@/lib/search/live'
import { words } from '@/lib/search/text'
import type { CategoryTree } from './categories'

/** A category that a word may mean: its whole name, or one of the things in it ("chairs" of "Sofas and chairs"). */
export interface CategoryName {
  path: string
  isWhole: boolean
}

/** Names of the catalogue by how they are compared. */
export interface Vocabulary {
  /** → the brand as it is written. */
  brands: ReadonlyMap<string, string>
  categories: ReadonlyMap<string, readonly CategoryName[]>
}

/** How names are compared: folded, in the singular, without apostrophes and "and". Empty where a text has no words. */
export const keyOf = (text: string): string =>
  words(text.replace(/['’]/g, ''))
    .filter((word) => word !== 'and')
    .join(' ')

const FRESH_FOR_MS = 60_000
// Brands of the whole shop are the dearest thing to ask of a large index, and hardly ever change.
let kept: { brands: Promise<ReadonlyMap<string, string>>; until: number; index: LiveIndex } | undefined

/** The names of all brands (up to a minute old) and categories. */
export async function vocabulary(index: LiveIndex, tree: CategoryTree): Promise<Vocabulary> {
  if (!kept || kept.index !== index || kept.until < Date.now()) {
    const brands = readBrands(index)
    const entry = { brands, until: Date.now() + FRESH_FOR_MS, index }
    kept = entry
    brands.catch(() => {
      if (kept === entry) kept = undefined
    })
  }
  return { brands: await kept.brands, categories: categoryNames(tree) }
}

async function readBrands(index: LiveIndex): Promise<ReadonlyMap<string, string>> {
  const { facets } = await index.search({ perPage: 0 })
  const names = (facets.brand?.values ?? []).map(([name]) => String(name))
  // The one with most products comes first, and stands where two are compared alike.
  return new Map(names.reverse().flatMap((name) => (keyOf(name) ? [[keyOf(name), name]] : [])))
}

const named = new WeakMap<CategoryTree, Vocabulary['categories']>()

function categoryNames(tree: CategoryTree): Vocabulary['categories'] {
  const known = named.get(tree)
  if (known) return known
  const names = new Map<string, CategoryName[]>()
  const add = (text: string, name: CategoryName) => {
    for (const key of new Set([keyOf(text), keyOf(text.replaceAll('-', ''))])) {
      const others = names.get(key) ?? []
      if (key && !others.some(({ path }) => path === name.path)) names.set(key, [...others, name])
    }
  }
  for (const { name, path } of tree.byPath.values()) {
    add(name, { path, isWhole: true })
    const parts = name.split(/,|\/|&|\band\b/)
    for (const part of parts.length > 1 ? parts : []) add(part, { path, isWhole: false })
  }
  named.set(tree, names)
  return names
}
