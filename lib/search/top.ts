/** The positions of the `wanted` highest keys, best first; equal keys in the order that `before` gives. */
export function best(keys: Float64Array, wanted: number, before: (a: number, b: number) => boolean): number[] {
  const better = (a: number, b: number) => keys[a]! > keys[b]! || (keys[a] === keys[b] && before(a, b))
  const heap: number[] = [] // the worst of the best on top
  for (let i = 0; i < keys.length; i++) {
    if (heap.length < wanted) {
      let at = heap.push(i) - 1
      for (let up = (at - 1) >> 1; at > 0 && better(heap[up]!, i); up = (at - 1) >> 1) {
        heap[at] = heap[up]!
        at = up
      }
      heap[at] = i
    } else if (wanted > 0 && keys[i]! >= keys[heap[0]!]! && better(i, heap[0]!)) {
      let at = 0
      for (let down = 1; down < wanted; down = at * 2 + 1) {
        if (down + 1 < wanted && better(heap[down]!, heap[down + 1]!)) down++
        if (!better(i, heap[down]!)) break
        heap[at] = heap[down]!
        at = down
      }
      heap[at] = i
    }
  }
  return heap.sort((a, b) => (better(a, b) ? -1 : 1))
}
