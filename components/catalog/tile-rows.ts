// The first tiles of a grid are twice as wide if the last row would otherwise have gaps.

const gaps = (count: number, columns: number) => (columns - (count % columns)) % columns

function fewestGaps(count: number, columns: number[]): number {
  const [best] = columns.filter((each) => each <= count).sort((a, b) => gaps(count, a) - gaps(count, b))
  return best ?? Math.max(1, count)
}

/** Returns the number of columns for `count` tiles on phones, tablets and desktops. */
export const tileColumns = (count: number) => ({
  phone: 2,
  tablet: fewestGaps(count, [4, 3]),
  desk: fewestGaps(count, count > 6 ? [4, 5] : [4, 5, 3]), // tiles in three columns are large, so only for a few
})

/** Returns whether the tile at this index is two columns wide. */
export const isWide = (index: number, count: number, columns: number): boolean =>
  count > columns && index < gaps(count, columns)
