interface Entry {
  key: number
  item: number
}

/** Collects the `size` items with the highest keys; ties are ordered by `before`. */
export class Top {
  /** Items with a lower key cannot make the list. */
  minKey: number
  readonly #heap: Entry[] = [] // a min-heap: the lowest of the highest keys is on top

  constructor(
    readonly size: number,
    readonly before: (a: number, b: number) => boolean,
  ) {
    this.minKey = size > 0 ? -Infinity : Infinity
  }

  offer(item: number, key: number) {
    const heap = this.#heap
    const entry = { item, key }
    if (heap.length < this.size) {
      let at = heap.push(entry) - 1
      for (let up = (at - 1) >> 1; at > 0 && this.#better(heap[up]!, entry); up = (at - 1) >> 1) {
        heap[at] = heap[up]!
        at = up
      }
      heap[at] = entry
    } else if (heap[0] && this.#better(entry, heap[0])) {
      let at = 0
      for (let down = 1; down < heap.length; down = at * 2 + 1) {
        if (down + 1 < heap.length && this.#better(heap[down]!, heap[down + 1]!)) down++
        if (!this.#better(entry, heap[down]!)) break
        heap[at] = heap[down]!
        at = down
      }
      heap[at] = entry
    }
    if (heap.length === this.size && heap[0]) this.minKey = heap[0].key
  }

  /** Returns the items, best first. */
  items(): number[] {
    return this.#heap.sort((a, b) => (this.#better(a, b) ? -1 : 1)).map(({ item }) => item)
  }

  readonly #better = (a: Entry, b: Entry) => a.key > b.key || (a.key === b.key && this.before(a.item, b.item))
}

/**
 * Returns the positions of the `size` highest keys, highest first; ties are ordered by `before`. `lowered` may lower the
 * key of a position; it is called only for positions that could make the list.
 */
export function best(
  keys: Float64Array,
  size: number,
  { before, lowered }: { before: (a: number, b: number) => boolean; lowered?: (key: number, at: number) => number },
): number[] {
  const top = new Top(size, before)
  for (let i = 0; i < keys.length; i++) {
    if (keys[i]! < top.minKey) continue
    const key = lowered ? lowered(keys[i]!, i) : keys[i]!
    if (key >= top.minKey) top.offer(i, key)
  }
  return top.items()
}
