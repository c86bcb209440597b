/** Returns the first position in the sorted list whose entry is not below the key. */
export function lowerBound(list: ArrayLike<string>, key: string, from = 0, to = list.length): number {
  while (from < to) {
    const middle = (from + to) >> 1
    if (list[middle]! < key) from = middle + 1
    else to = middle
  }
  return from
}

/** Returns the range of terms with this prefix. */
export function prefixRange(terms: ArrayLike<string>, prefix: string): [from: number, to: number] {
  const from = lowerBound(terms, prefix)
  return [from, lowerBound(terms, `${prefix}\uffff`, from)]
}

/** Returns the range of terms with this word, in any spelling. */
export function exactRange(terms: ArrayLike<string>, word: string): [from: number, to: number] {
  const from = lowerBound(terms, word)
  return [from, lowerBound(terms, `${word}\u0001`, from)]
}

/** Returns, for each term, the length of the prefix that it shares with the previous term, at most 64. */
export function sharedLengths(terms: ArrayLike<string>): Uint8Array {
  const shared = new Uint8Array(terms.length)
  for (let i = 1; i < terms.length; i++) {
    const [a, b] = [terms[i - 1]!, terms[i]!]
    const maxLength = Math.min(a.length, b.length, 64)
    let length = 0
    while (length < maxLength && a.charCodeAt(length) === b.charCodeAt(length)) length++
    shared[i] = length
  }
  return shared
}

/**
 * Yields the ranges of terms whose word is within `edits` of this one (insertions, deletions, substitutions,
 * transpositions); with `asPrefix`, a prefix of the word is enough. Walks the sorted terms like a trie: each letter
 * adds one row to the distance table, and rows of shared prefixes are reused. Computes only cells that can be within
 * `edits`, and skips prefixes without any.
 */
export function* similarRanges(
  { terms, shared }: { terms: ArrayLike<string>; shared: Uint8Array },
  word: string,
  edits: number,
  asPrefix: boolean,
): Generator<[from: number, to: number]> {
  const end = word.length
  const letters = Uint16Array.from(word, (letter) => letter.charCodeAt(0))
  const width = end + 2
  const rows = new Uint8Array(66 * width).fill(edits + 1)
  for (let j = 0; j <= end; j++) rows[j] = j
  for (let i = 0, depth = 0; i < terms.length; ) {
    const term = terms[i]!
    const spelling = term.indexOf('\0')
    const length = Math.min(spelling < 0 ? term.length : spelling, 64)
    let skip = 65 // skips terms that share at least this many letters with the current one
    let within = false
    for (; depth < length; depth++) {
      const above = depth * width
      const row = above + width
      const letter = term.charCodeAt(depth)
      const first = Math.max(1, depth + 1 - edits)
      const last = Math.min(end, depth + 1 + edits)
      if (first === 1) rows[row] = depth + 1
      let lowest = rows[row + first - 1]!
      for (let j = first; j <= last; j++) {
        let cell = rows[above + j - 1]!
        if (letters[j - 1] !== letter) {
          cell = 1 + Math.min(cell, rows[above + j]!, rows[row + j - 1]!)
          const swapped =
            depth > 0 && j > 1 && letters[j - 2] === letter && letters[j - 1] === term.charCodeAt(depth - 1)
          if (swapped) cell = Math.min(cell, rows[above - width + j - 2]! + 1)
        }
        rows[row + j] = cell
        if (cell < lowest) lowest = cell
      }
      within = asPrefix && last === end && rows[row + end]! <= edits
      if (!within && lowest <= edits) continue
      skip = ++depth
      break
    }
    if (!asPrefix && depth === length && Math.abs(end - length) <= edits) within = rows[length * width + end]! <= edits
    const from = i++
    while (i < terms.length && shared[i]! >= skip) i++
    if (within) yield [from, i]
    depth = Math.min(depth, shared[i] ?? 0)
  }
}
