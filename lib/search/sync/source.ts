import type { Synonyms } from '../analysis/synonyms'
import type { Product } from '../indexed-product'

/** How far a source was read: for each of its stores a moment by that store's own clock, in milliseconds since 1970. */
export type Cursor = Record<string, number>

/** What time it is for a source, and where to go on from once everything up to then was read. */
export interface SourceTime {
  clock: Cursor
  /** The clock, or earlier where somebody is still at work: what he commits later bears the moments of his work. */
  from: Cursor
}

export type Change = { upsert: Product } | { remove: string }

/**
 * Where products come from. Whatever throws is asked again later; nothing is expected to be told only once. Changes come
 * in pages, so that any number of them can be taken one after the other.
 */
export interface Source {
  /** The present moment of every store. Asked for before reading, so that nothing is lost between two readings. */
  now(): Promise<SourceTime>
  /** Which catalogue this is: what was kept of another one is of no use. */
  identity(): Promise<string>
  /** About how many products `load` brings, to tell how far it is. */
  count(): Promise<number>
  /** Every product that can be found; best ordered by category. */
  load(): AsyncIterable<Product>
  /** At least whatever changed at the cursor or since, as it is now. Products that can't be found any more are removed. */
  changesSince(cursor: Cursor): AsyncIterable<Change>
  /** These products as they are now: what is asked for when their `validUntil` has come. */
  read(ids: string[]): AsyncIterable<Change>
  /** Which of these products are gone, without a trace that `changesSince` could tell. */
  findDeleted(ids: string[]): Promise<string[]>
  /** What shoppers call the same. */
  synonyms(): Promise<Synonyms>
  /** Another one tells that the synonyms changed: cheap to ask for again and again. */
  synonymsStamp(): Promise<string>
}
