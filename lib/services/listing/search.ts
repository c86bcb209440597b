import type { Category } from '@/lib/contracts/catalog/category'
import type { CategoryLink, ListingView } from '@/lib/contracts/listing/listing'
import { isColour } from '@/lib/domain/catalog/specs'
import { type ListingState, listingState, PER_PAGE, withCategory } from '@/lib/domain/listing/listing'
import { listingUrl } from '@/lib/domain/listing/listing-url'
import { DomainError } from '@/lib/errors'
import { searchEngine } from '@/lib/search/process-engine'
import type { SearchEngine } from '@/lib/search/search-engine'
import type { Query, Result } from '@/lib/search/search-query'
import { type CategoryTree, categoryTree, forgetCategories, trailLinks } from '../catalog/categories'
import { categoryCounts } from '../catalog/category-counts'
import { productCards } from '../catalog/products'
import { type CollectionScope, collectionScope, within } from '../merchandising/collection-scope'
import { collectionTrail, findCollection } from '../merchandising/collections'
import { forgetMerchandising, pinnedAndBuried } from '../merchandising/placements'
import { activeChips, facetViews } from './facets'
import { filterables, listingQuery, scopeOf, sortsOf } from './index-query'
import { helpLinks, nothingFoundHelp } from './nothing-found'

/**
 * Returns a page of a listing with its counts; null if the category does not exist. Unknown parts of the address are
 * ignored and listed in `unknown`. A page number beyond the last page shows the last page.
 */
export async function listing(wanted: ListingState): Promise<ListingView | null> {
  const [engine, tree] = await Promise.all([searchEngine(), categoryTree()])
  const collection = wanted.collection === null ? null : await findCollection(wanted.collection)
  if (wanted.collection !== null && !collection) return null
  const scope = collection && (await collectionScope(collection))
  const category = wanted.category === null ? null : (tree.byPath.get(wanted.category) ?? null)
  if (wanted.category !== null && !category) return null
  const inScope = (query: Query) => (scope ? within(query, scope) : query)
  const base = await engine.search({ ...inScope(scopeOf(wanted)), perPage: 0 })
  const all = filterables(category ?? commonLeaf(tree, scope, base) ?? tree, base)
  const { state, query, unknown } = listingQuery(wanted, all)
  const { found, page, pages, cards } = await wholePage(
    engine,
    inScope({ ...query, ...(await pinnedAndBuried(state)) }),
    chosenOptionsOf(state),
  )
  const shown = listingState({ ...state, page })
  return {
    href: listingUrl(shown),
    q: shown.q,
    category: category && {
      path: category.path,
      name: category.name,
      description: category.description,
      trail: trailLinks(tree, category.path),
    },
    collection: collection && {
      slug: collection.slug,
      name: collection.name,
      description: collection.description,
      trail: collectionTrail(collection),
    },
    total: found.total,
    outOf: base.total,
    page,
    pages,
    cards,
    children: childLinks(tree, shown, found),
    facets: facetViews(shown, all, found, base),
    inStock: countOf(found, 'inStock', true),
    chips: activeChips(shown, all),
    sorts: sortsOf(all, shown.scope),
    unknown,
    // Within a category, words are expected to be details ("bluetooth" among headphones).
    weakMatch: base.weakMatch === 'details' && category ? null : (base.weakMatch ?? null),
    helpPages: isMet(shown, base) ? [] : helpLinks(shown.originalQuery || shown.q),
    help: base.total === 0 && shown.q ? await nothingFoundHelp(shown) : null,
  }
}

/** Returns whether the results are what the text asks for. */
const isMet = ({ ignoredTerms }: ListingState, { total, weakMatch }: Result) =>
  total > 0 && weakMatch === undefined && ignoredTerms.length === 0

/**
 * Returns the category whose specs a collection can be filtered by: the one in its filter, or the only one that it
 * contains.
 */
function commonLeaf(tree: CategoryTree, scope: CollectionScope | null, base: Result): Category | null {
  if (!scope) return null
  const [first, ...others] = base.facets.category?.values ?? []
  const only = first && others.length === 0 ? String(first[0]) : null
  return tree.byPath.get(only ?? scope.category ?? '') ?? null
}

/**
 * Returns a page without gaps, because pages are cached. If products are gone, refreshes them in the index and queries
 * again.
 */
async function wholePage(engine: SearchEngine, query: Query, chosenOptions: ReadonlySet<string>) {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    const within = await searchWithinPages(engine, query)
    const cards = await productCards(within.found.hits, { sort: query.sort, chosenOptions })
    const known = new Set(cards.map(({ id }) => id))
    const gone = within.found.hits.flatMap(({ id }) => (known.has(id) ? [] : [id]))
    if (gone.length === 0) return { ...within, cards }
    await engine.refresh(gone)
  }
  throw new DomainError('unavailable', 'These products are being updated. Please try again in a moment.')
}

/** Returns the keys of the filters that leave a single value. */
const chosenOptionsOf = ({ filters }: ListingState): ReadonlySet<string> =>
  new Set([...filters].flatMap(([key, slugs]) => (slugs.length === 1 ? [key] : [])))

const MAX_ATTEMPTS = 3
const MAX_PAGES = Math.floor(10_000 / PER_PAGE)

/** Queries the index. If the page lies beyond the last one, queries the last page instead. */
async function searchWithinPages(engine: SearchEngine, query: Query) {
  const found = await engine.search({ ...query, perPage: PER_PAGE })
  const pages = Math.max(1, Math.min(Math.ceil(found.total / PER_PAGE), MAX_PAGES))
  const page = query.page ?? 1
  if (page <= pages) return { found, page, pages }
  return { found: await engine.search({ ...query, perPage: PER_PAGE, page: pages }), page: pages, pages }
}

const countOf = (result: Result, key: string, value: string | boolean) =>
  result.facets[key]?.values?.find(([known]) => known === value)?.[1] ?? 0

/** Returns the subcategories with results. */
function childLinks(tree: CategoryTree, state: ListingState, found: Result): CategoryLink[] {
  const counts = categoryCounts(found)
  return tree.childrenOf(state.category).flatMap((child) => {
    const count = counts.get(child.path) ?? 0
    if (count === 0) return []
    const href = listingUrl(inside(tree, state, child.path))
    return [{ path: child.path, name: child.name, href, count, image: child.image, tint: child.tint }]
  })
}

/** Returns the listing narrowed to a subcategory. Keeps colour filters that exist there, so that its count is right. */
function inside(tree: CategoryTree, state: ListingState, path: string): ListingState {
  const known = (key: string, slug: string) =>
    tree.byPath.get(path)?.specs.some((spec) => spec.key === key && spec.values?.some((value) => value.slug === slug))
  const colours = [...state.filters].flatMap(([key, slugs]) =>
    isColour({ key }) ? [[key, slugs.filter((slug) => known(key, slug))] as const] : [],
  )
  const within = withCategory(state, path)
  return listingState({ ...within, filters: [...within.filters, ...colours] })
}

/** Resolves once this process's index and caches contain everything committed by `since`, and `since` has passed. */
export async function catalogueCaughtUp(since: Date): Promise<void> {
  await (await searchEngine()).waitFor(since)
  forgetCategories()
  forgetMerchandising()
}
