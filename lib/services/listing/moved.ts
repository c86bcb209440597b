import { type ListingState, listingState } from '@/lib/domain/listing/listing'
import { categoryTree } from '../catalog/categories'
import { findCollection, findMovedCollection } from '../merchandising/collections'

/**
 * Returns the listing with the current addresses of a renamed category or collection; null if neither was renamed. An
 * existing category or collection has precedence over a former one with the same address.
 */
export async function movedListing(state: ListingState): Promise<ListingState | null> {
  const [category, collection] = await Promise.all([currentCategory(state), currentCollection(state)])
  if (category === state.category && collection === state.collection) return null
  return listingState({ ...state, category, collection })
}

async function currentCategory({ category }: ListingState): Promise<string | null> {
  if (category === null) return null
  const tree = await categoryTree()
  return tree.byPath.has(category) ? category : (tree.movedTo(category) ?? category)
}

async function currentCollection({ collection }: ListingState): Promise<string | null> {
  if (collection === null || (await findCollection(collection))) return collection
  return (await findMovedCollection(collection)) ?? collection
}
