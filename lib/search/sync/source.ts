import type { Synonyms } from '../analysis/synonyms'
import type { Product } from '../indexed-product'

/** How far a source was read: per store, a time by that store's own clock, in milliseconds since 1970. */
export type Cursor = Record<string, number>

/** The current time of a source, and where to continue after reading everything up to it. */
export interface SourceTime {
  clock: Cursor
  /** The clock, or earlier while a transaction is open: its changes carry earlier times when it commits. */
  from: Cursor
}

export type Change = { upsert: Product } | { remove: string }

/**
 * Where products come from. A call that throws is repeated later; changes may be reported more than once, and come in
 * pages.
 */
export interface Source {
  /** Returns the current time of every store; called before reading, so that nothing between two reads is lost. */
  now(): Promise<SourceTime>
  /** Returns an id of the catalogue; a snapshot of another one is useless. */
  identity(): Promise<string>
  /** Returns the approximate number of products, for progress. */
  count(): Promise<number>
  /** Yields every searchable product, ideally sorted by category. */
  load(): AsyncIterable<Product>
  /**
   * Yields at least what changed at the cursor or since, in its current state; products no longer searchable as
   * removals.
   */
  changesSince(cursor: Cursor): AsyncIterable<Change>
  /** Yields the current state of these products. */
  read(ids: string[]): AsyncIterable<Change>
  /** Returns which of these products were deleted; some leave no trace in `changesSince`. */
  findDeleted(ids: string[]): Promise<string[]>
  /** Returns the shop's synonyms. */
  synonyms(): Promise<Synonyms>
  /** Returns a value that changes with the synonyms; cheap to poll. */
  synonymsStamp(): Promise<string>
}
