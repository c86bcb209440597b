import type { Collection, Document } from 'mongodb'
import { mongo } from '@/lib/db/mongo'
import type { Cursor } from '../sync/source'
import type { SearchDocument } from './mapping/document'

/**
 * A document written after each sync. Once the search index contains it, it also contains all changes up to `readAt`.
 */
export interface Marker {
  _id: string
  kind: 'marker'
  /** The time up to which the stores' changes had been read. */
  readAt: Cursor
}
export const MARKER_ID = 'marker'

export const searchProducts = (): Collection<SearchDocument | Marker> => mongo().collection('searchProducts')
export const searchState = (): Collection<{ _id: string } & Document> => mongo().collection('searchState')
