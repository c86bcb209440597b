/** Returns at most seven page numbers to link to, around the current one. 0 stands for a gap. */
export function pageNumbers(page: number, pages: number): number[] {
  const wanted = new Set([1, pages, page - 1, page, page + 1])
  if (page <= 3) for (const early of [2, 3]) wanted.add(early)
  if (page >= pages - 2) for (const late of [pages - 2, pages - 1]) wanted.add(late)
  const numbers = [...wanted].filter((number) => number >= 1 && number <= pages).sort((a, b) => a - b)
  return numbers.flatMap((number, index) => {
    const gap = number - (numbers[index - 1] ?? number - 1)
    if (gap === 2) return [number - 1, number]
    return gap > 2 ? [0, number] : [number]
  })
}
