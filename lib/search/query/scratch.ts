/**
 * Arrays with one entry per row, reused by all searches. Allocating them for each search (16 MB with a million
 * products) caused a full garbage collection every third search.
 */
export interface Scratch {
  rows: Uint32Array
  grouped: Uint32Array
  miss: Uint32Array
  slots: Uint32Array
  hits: Uint32Array
  hitSlots: Uint32Array
  hitRows: Uint32Array
  prices: Uint32Array
  score: Uint16Array
  keys: Float64Array
}

export const newScratch = (): Scratch => ({
  rows: new Uint32Array(0),
  grouped: new Uint32Array(0),
  miss: new Uint32Array(0),
  slots: new Uint32Array(0),
  hits: new Uint32Array(0),
  hitSlots: new Uint32Array(0),
  hitRows: new Uint32Array(0),
  prices: new Uint32Array(0),
  score: new Uint16Array(0),
  keys: new Float64Array(0),
})
