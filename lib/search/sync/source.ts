import type { Synonyms } from '../analysis/synonyms'
import type { Product } from '../indexed-product'

/**
 * The position up to which a source was read: for each store, a time by that store's clock, in milliseconds since 1970.
 */
export type Cursor = Record<string, number>

/** The current time of a source, and the position from which to continue after reading all changes up to now. */
export interface SourceTime {
  clock: Cursor
  /**
   * The current time, or the start of the oldest open transaction, because its changes will carry earlier times once it
   * commits.
   */
  from: Cursor
}

export type Change = { upsert: Product } | { remove: string }

/**
 * The source of the indexed products. A failed call is repeated later. Changes come in pages, and the same change may
 * come more than once.
 */
export interface Source {
  /**
   * Returns the current time of every store. Must be called before reading, so that no change between two reads is
   * missed.
   */
  now(): Promise<SourceTime>
  /** Returns an id of the catalogue; snapshots of a catalogue with another id cannot be used. */
  identity(): Promise<string>
  /** Returns the approximate number of products, for progress. */
  count(): Promise<number>
  /** Yields every searchable product, ideally sorted by category. */
  load(): AsyncIterable<Product>
  /**
   * Yields at least the products changed since the cursor, in their current state; those that are no longer searchable
   * as removals.
   */
  changesSince(cursor: Cursor): AsyncIterable<Change>
  /** Yields the current state of these products. */
  read(ids: string[]): AsyncIterable<Change>
  /** Returns which of these products were deleted, because `changesSince` does not report all deletions. */
  findDeleted(ids: string[]): Promise<string[]>
  /** Returns the shop's synonyms. */
  synonyms(): Promise<Synonyms>
  /** Returns a value that changes whenever the synonyms change; cheap to poll. */
  synonymsStamp(): Promise<string>
}
