import { uniqueSlugs } from '@/lib/domain/catalog/slug'
import { isColour } from '@/lib/domain/catalog/specs'
import { type NameKeys, nameKeys } from '@/lib/search/analysis/name-keys'
import type { SearchEngine } from '@/lib/search/search-engine'
import { readSynonyms } from '@/lib/search/sync/synonym-store'
import type { CategoryTree } from '@/lib/services/catalog/categories'
import { ShortMemory } from '@/lib/services/short-memory'
import { specFilters } from '../index-query'
import { namedValues } from './values'

/** A category that a word can mean, by its full name or by a part of it ("chairs" in "Sofas and chairs"). */
export interface CategoryName {
  path: string
  isWhole: boolean
}

interface BrandName {
  name: string
  slug: string
}

/** Names in the catalogue by normalized key. */
export interface Vocabulary extends NameKeys {
  brands: ReadonlyMap<string, BrandName>
  categories: ReadonlyMap<string, readonly CategoryName[]>
  /** Keys of synonyms, by key. */
  alike: ReadonlyMap<string, readonly string[]>
  /** Keys of words whose synonyms name several things, as "gift" does: they are no other name of one category. */
  spanning: ReadonlySet<string>
  /** Paths of the categories in which filter values are called this, by key; colours are not among them. */
  values: ReadonlyMap<string, readonly string[]>
  /** The same for what products can be free of. */
  negated: ReadonlyMap<string, readonly string[]>
  colours: ReadonlySet<string>
  /** Keys of all listed filter values: of those, products say whether they have them. */
  said: ReadonlySet<string>
}

type KeyOf = NameKeys['keyOf']

const FRESH_FOR_MS = 60_000
// Listing all brands is the most expensive query in a large index, and brands rarely change.
const kept = new WeakMap<SearchEngine, ShortMemory<Omit<Vocabulary, 'categories' | keyof NameKeys>>>()

/** Returns the names of categories, brands, filter values and synonyms. All but categories may be up to a minute old. */
export async function vocabulary(engine: SearchEngine, tree: CategoryTree): Promise<Vocabulary> {
  const { wordsOf, keyOf } = await nameKeys()
  const memory = kept.get(engine) ?? new ShortMemory({ forMs: FRESH_FOR_MS, max: 1 })
  kept.set(engine, memory)
  const names = await memory.get('all', async () => {
    const [brands, synonyms] = await Promise.all([readBrands(engine, keyOf), readAlike(keyOf)])
    return { brands, ...synonyms, ...valueWords(tree, keyOf) }
  })
  return { ...names, categories: categoryNames(tree, keyOf), wordsOf, keyOf }
}

/** Returns the meaning of a name or of one of its synonyms; undefined if it has none. */
export function meaningOf<T>(known: ReadonlyMap<string, T>, { alike }: Vocabulary, key: string): T | undefined {
  const name = [key, ...(alike.get(key) ?? [])].find((one) => known.has(one))
  return name === undefined ? undefined : known.get(name)
}

/** Returns the categories that a name can mean, full names first; undefined if there are none. */
export function categoriesNamed({ categories, alike, spanning }: Vocabulary, key: string) {
  const own = (categories.get(key) ?? []).map((name) => ({ ...name, isSynonym: false }))
  const synonyms = spanning.has(key) ? [] : (alike.get(key) ?? [])
  const others = synonyms.flatMap((other) => categories.get(other) ?? [])
  const names = [...own, ...others.map((name) => ({ ...name, isSynonym: true }))]
  return names.length === 0 ? undefined : names.sort((a, b) => Number(b.isWhole) - Number(a.isWhole))
}

async function readAlike(keyOf: KeyOf): Promise<Pick<Vocabulary, 'alike' | 'spanning'>> {
  const { sets, oneWay } = await readSynonyms()
  const alike = new Map<string, string[]>()
  const add = (from: string, to: string[]) => {
    const others = to.map((name) => keyOf(name)).filter((key) => key !== keyOf(from))
    alike.set(keyOf(from), [...(alike.get(keyOf(from)) ?? []), ...others])
  }
  for (const set of sets) for (const name of set) add(name, set)
  for (const { from, to } of oneWay) add(from, to)
  const spanning = oneWay.flatMap(({ from, to }) => (to.length > 1 ? [keyOf(from)] : []))
  return { alike, spanning: new Set(spanning) }
}

/** Returns the names of filter values in the schemas of all categories. */
function valueWords(tree: CategoryTree, keyOf: KeyOf): Pick<Vocabulary, 'values' | 'negated' | 'colours' | 'said'> {
  const values = new Map<string, string[]>()
  const negated = new Map<string, string[]>()
  const said = new Set<string>()
  const add = (to: Map<string, string[]>, keys: Iterable<string>, path: string) => {
    for (const key of keys) to.set(key, [...(to.get(key) ?? []), path])
  }
  for (const { path, specs } of tree.byPath.values()) {
    if (tree.childrenOf(path).length > 0) continue
    const named = namedValues(specFilters(specs), { keyOf }, { withColours: false })
    add(values, named.names.keys(), path)
    add(negated, named.negated.keys(), path)
    for (const { label } of specs.flatMap(({ filterable, values = [] }) => (filterable ? values : [])))
      said.add(keyOf(label))
  }
  const colours = tree.specs.filter(isColour).flatMap((spec) => spec.values?.map(({ label }) => keyOf(label)) ?? [])
  return { values, negated, colours: new Set(colours), said }
}

async function readBrands(engine: SearchEngine, keyOf: KeyOf): Promise<Vocabulary['brands']> {
  const { facets } = await engine.search({ perPage: 0 })
  const names = (facets.brand?.values ?? []).map(([name]) => String(name))
  const slugs = uniqueSlugs(names)
  const brands = names.map((name, index) => ({ key: keyOf(name), name, slug: slugs[index]! }))
  // If brands share a key, the one with the most products comes last and wins.
  return new Map(brands.reverse().flatMap(({ key, ...brand }) => (key ? [[key, brand]] : [])))
}

const named = new WeakMap<CategoryTree, Vocabulary['categories']>()

function categoryNames(tree: CategoryTree, keyOf: KeyOf): Vocabulary['categories'] {
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
