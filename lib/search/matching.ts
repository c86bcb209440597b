import { eachBit } from './loops'
import { Postings, type TermList } from './postings'
import type { Table } from './table'
import { prefixRange, similar } from './terms'
import { editsAllowed, QUALITY, WEIGHTS } from './text'

/** Terms in [from, to) of a list, and how well they match. */
export type Place = [list: TermList, from: number, to: number, quality: number]

/** Where a word is found: as it stands or, for the word being typed, as a beginning; only if nowhere, with one edit, then two. */
export function* places(lists: TermList[], word: string, asPrefix: boolean): Generator<Place[]> {
  yield lists.flatMap((list) => {
    const [from, to] = prefixRange(list.terms, word)
    const exact = list.terms[from] === word ? 1 : 0
    const found: Place[] = []
    if (exact) found.push([list, from, from + 1, QUALITY.exact])
    if (asPrefix && to > from + exact) found.push([list, from + exact, to, QUALITY.prefix])
    return found
  })
  for (let edits = 1; edits <= editsAllowed(word); edits++) {
    const quality = edits === 1 ? QUALITY.typo1 : QUALITY.typo2
    yield lists.flatMap((list) =>
      Array.from(similar(list, word, edits, asPrefix), ([from, to]): Place => [list, from, to, quality]),
    )
  }
}

/** The rows in which a word was found, and how well; rows that are gone never get in. */
class Matches {
  readonly best: Uint8Array
  readonly bits: Uint32Array

  constructor(
    readonly alive: Uint8Array,
    rows: number,
  ) {
    this.best = new Uint8Array(rows)
    this.bits = new Uint32Array((rows + 31) >> 5)
  }

  /** Whether any row was added. */
  add([list, from, to, quality]: Place): boolean {
    const worth = Uint8Array.from(WEIGHTS, (weight) => weight * quality)
    const { best, bits, alive } = this
    let found = false
    const mark = (posting: number) => {
      const row = posting >>> 2
      if (alive[row] === 0) return
      found = true
      bits[row >>> 5]! |= 1 << (row & 31)
      if (worth[posting & 3]! > best[row]!) best[row] = worth[posting & 3]!
    }
    if (list instanceof Postings) list.eachIn(from, to, mark)
    else for (let term = from; term < to; term++) list.each(term, mark)
    return found
  }
}

/** One bit for each row that has all the words, of which there is at least one; `score` has what the row's matches are worth. */
export function rowsWith(table: Table, score: Uint16Array, typed: string[], open: boolean): Uint32Array {
  score.fill(0)
  let all: Uint32Array | undefined
  typed.forEach((word, index) => {
    const matches = new Matches(table.perRow.alive, table.rows)
    for (const found of places([table.postings, table.recent], word, open && index === typed.length - 1))
      if (found.map((place) => matches.add(place)).some(Boolean)) break
    if (all) for (let i = 0; i < all.length; i++) all[i]! &= matches.bits[i]!
    all ??= matches.bits
    eachBit(all, (row) => {
      score[row]! += matches.best[row]!
    })
  })
  return all ?? new Uint32Array(0)
}
