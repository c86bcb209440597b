// If the last row would have gaps, the first tiles are twice as wide to fill them.

const gaps = (count: number, columns: number) => (columns - (count % columns)) % columns

function fewestGaps(count: number, columns: number[]): number {
  const [best] = columns.filter((each) => each <= count).sort((a, b) => gaps(count, a) - gaps(count, b))
  return best ?? Math.max(1, count)
}

/** Returns the number of columns for `count` tiles, by window width. */
export const tileColumns = (count: number) => ({
  phone: 2,
  tablet: fewestGaps(count, [4, 3]),
  desk: fewestGaps(count, count > 6 ? [4, 5] : [4, 5, 3]), // three columns are large, so only for few tiles
})

/** Returns whether the tile at that index takes two columns. */
export const isWide = (index: number, count: number, columns: number): boolean =>
  count > columns && index < gaps(count, columns)
