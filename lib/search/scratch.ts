/** Arrays as long as there are rows, kept between searches so that none has to allocate them. */
export interface Scratch {
  rows: Uint32Array
  grouped: Uint32Array
  miss: Uint32Array
  hits: Uint32Array
  hitRows: Uint32Array
  prices: Uint32Array
  score: Uint16Array
}

export const newScratch = (): Scratch => ({
  rows: new Uint32Array(0),
  grouped: new Uint32Array(0),
  miss: new Uint32Array(0),
  hits: new Uint32Array(0),
  hitRows: new Uint32Array(0),
  prices: new Uint32Array(0),
  score: new Uint16Array(0),
})
