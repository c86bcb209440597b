// The first doors are twice as wide where the last row would have gaps.

const gaps = (count: number, columns: number) => (columns - (count % columns)) % columns

function fewestGaps(count: number, columns: number[]): number {
  const [best] = columns.filter((each) => each <= count).sort((a, b) => gaps(count, a) - gaps(count, b))
  return best ?? Math.max(1, count)
}

/** In how many columns so many doors stand, by the width of the window. */
export const doorColumns = (count: number) => ({
  phone: 2,
  tablet: fewestGaps(count, [4, 3]),
  desk: fewestGaps(count, count > 6 ? [4, 5] : [4, 5, 3]), // three in a row are large: only where that is all
})

/** Whether the door at that place takes two columns. */
export const isWide = (index: number, count: number, columns: number): boolean =>
  count > columns && index < gaps(count, columns)
