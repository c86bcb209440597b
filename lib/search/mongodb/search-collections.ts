import type { Collection, Document } from 'mongodb'
import { mongo } from '@/lib/db/mongo'
import type { Cursor } from '../sync/source'
import type { SearchDocument } from './mapping/document'

/** A document written after each sync; finding it in the search index tells how far that index has come. */
export interface Marker {
  _id: string
  kind: 'marker'
  /** How far the stores had been read when it was written. */
  readAt: Cursor
}
export const MARKER_ID = 'marker'

export const searchProducts = (): Collection<SearchDocument | Marker> => mongo().collection('searchProducts')
export const searchState = (): Collection<{ _id: string } & Document> => mongo().collection('searchState')
