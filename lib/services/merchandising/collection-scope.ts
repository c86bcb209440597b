import type { SavedFilter } from '@/lib/contracts/merchandising/collection'
import { type ListingState, listingState } from '@/lib/domain/listing/listing'
import { searchEngine } from '@/lib/search/process-engine'
import { LIMITS, type Query } from '@/lib/search/search-query'
import { categoryTree } from '../catalog/categories'
import { filterables, listingQuery, scopeOf } from '../listing/index-query'

/** The products that a collection covers, as parts of a search query. */
export interface CollectionScope {
  query: Pick<Query, 'category' | 'text' | 'since' | 'ids' | 'within' | 'pinned'>
  /** The category by whose specs the collection's listing can be filtered; null if there is none. */
  category: string | null
}

const NOTHING: CollectionScope = { query: { ids: [] }, category: null }

/**
 * Returns the scope of a collection. If its saved filter contains anything that the shop does not know, the collection
 * matches nothing rather than too much.
 */
export async function collectionScope(
  { products, filter }: { products?: string[]; filter?: SavedFilter },
  now = new Date(),
): Promise<CollectionScope> {
  // In a manual collection, sorting by "best match" keeps the merchant's order.
  if (products) return { query: { ids: products, pinned: products }, category: null }
  if (!filter) return NOTHING
  const state = stateOf(filter)
  const [engine, tree] = await Promise.all([searchEngine(), categoryTree()])
  const category = state.category === null ? null : tree.byPath.get(state.category)
  if (category === undefined) return NOTHING
  const base = await engine.search({ ...scopeOf({ ...state, q: '' }), perPage: 0 })
  const { query, state: known } = listingQuery(state, filterables(category, base), now)
  if (known.filters.size < state.filters.size || known.ranges.size < state.ranges.size) return NOTHING
  const { filters: within = {}, text, since } = query
  return { query: { category: query.category, text, since, within }, category: state.category }
}

const stateOf = ({ filters = {}, ranges = {}, ...rest }: SavedFilter): ListingState =>
  listingState({ ...rest, filters: Object.entries(filters), ranges: Object.entries(ranges) })

/** Returns the query of a listing, restricted to the products of a collection. */
export function within(own: Query, { query }: CollectionScope): Query {
  const category = narrower(own.category, query.category)
  if (category === null) return { ...own, ids: [] }
  const text = [query.text, own.text].filter(Boolean).join(' ')
  const since = Math.max(own.since ?? 0, query.since ?? 0)
  const buried = new Set(own.buried)
  const picked = (query.pinned ?? []).filter((id) => !buried.has(id)) // pinning would override burying
  const pinned = [...new Set([...(own.pinned ?? []), ...picked])].slice(0, LIMITS.ids)
  return {
    ...own,
    ...(category && { category }),
    ...(text && { text, exact: true }),
    ...(since > 0 && { since }),
    ...(query.ids && { ids: query.ids }),
    ...(query.within && { within: query.within }),
    ...(pinned.length > 0 && { pinned }),
  }
}

/** Returns the deeper of two nested categories; null if neither contains the other. */
function narrower(one: string | undefined, other: string | undefined): string | undefined | null {
  if (one === undefined || other === undefined) return one ?? other
  const [deep, high] = one.length >= other.length ? [one, other] : [other, one]
  return deep === high || deep.startsWith(`${high}/`) ? deep : null
}
