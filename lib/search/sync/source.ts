import type { Synonyms } from '../analysis/synonyms'
import type { Product } from '../indexed-product'

/** The position up to which a source was read: for each store a time by its own clock, in milliseconds since 1970. */
export type Cursor = Record<string, number>

/** The current time of a source, and the position to continue from after reading everything up to this time. */
export interface SourceTime {
  clock: Cursor
  /** The current time, or the start of an open transaction: when it commits, its changes carry earlier times. */
  from: Cursor
}

export type Change = { upsert: Product } | { remove: string }

/**
 * Where products come from. A call that throws is repeated later. Changes come in pages and may be reported more than
 * once.
 */
export interface Source {
  /** Returns the current time of every store. Called before reading, so that no change between two reads is lost. */
  now(): Promise<SourceTime>
  /** Returns the id of the catalogue; a snapshot of another catalogue cannot be used. */
  identity(): Promise<string>
  /** Returns the approximate number of products, for progress. */
  count(): Promise<number>
  /** Yields every searchable product, ideally sorted by category. */
  load(): AsyncIterable<Product>
  /**
   * Yields at least the products that have changed since the cursor, in their current state; products that are no
   * longer searchable as removals.
   */
  changesSince(cursor: Cursor): AsyncIterable<Change>
  /** Yields the current state of these products. */
  read(ids: string[]): AsyncIterable<Change>
  /** Returns the ids of those products that were deleted; `changesSince` does not report all deletions. */
  findDeleted(ids: string[]): Promise<string[]>
  /** Returns the shop's synonyms. */
  synonyms(): Promise<Synonyms>
  /** Returns a value that changes whenever the synonyms do; cheap to poll. */
  synonymsStamp(): Promise<string>
}
