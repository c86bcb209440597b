/** Does the work for each item, at most so many at the same time; the results are in the order of the items. */
export async function atMostAtOnce<T, R>(limit: number, items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(items.length)
  const waiting = items.entries()
  const drain = async () => {
    for (const [position, item] of waiting) results[position] = await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, drain))
  return results
}
