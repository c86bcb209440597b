import { DESCRIPTION } from '../analysis/fields'
import type { Stem } from '../analysis/inflect'
import { exactRange, lowerBound, sharedLengths } from '../analysis/terms'
import { targetOf, wordOf } from '../analysis/tokens'
import { grown } from './columns'

/** Number of low bits that hold the field: a posting is row × 8 + field. */
export const FIELD_BITS = 3
export const FIELD_MASK = 7

/** A sorted list of terms with the postings of each. */
export interface TermList {
  readonly terms: string[]
  readonly shared: Uint8Array
  stemAt(term: number): string
  /** Returns the terms with this stem. */
  withStem(stem: string): number[]
  /**
   * Visits the postings of the terms in [from, to) in chunks. The array is reused; only its first `length` entries are
   * valid.
   */
  eachIn(from: number, to: number, visit: (postings: Uint32Array, length: number) => void): void
  /** Returns an upper bound on the term's number of postings. */
  maxPostings(term: number): number
  /** Returns false only if the term occurs in nothing but descriptions. */
  mayMatchOutsideDescription(term: number): boolean
}

const CHUNK = 4096
const [TELLS, TELLS_NOT] = [1, 2]

/** The main list of postings. The postings of a term are in ascending order and stored as varint deltas. */
export class Postings implements TermList {
  readonly shared: Uint8Array
  readonly #stems: string[] // mostly the same string objects as in `terms`
  readonly #inflected = new Map<string, number[]>() // by stem: the terms whose word differs from the stem
  readonly #mostOfFamily: Uint32Array
  readonly #telling: Uint8Array // per term: 0 until it is computed, then TELLS or TELLS_NOT
  readonly #read = new Uint32Array(CHUNK)

  constructor(
    stem: Stem,
    readonly terms: string[] = [],
    readonly starts: Uint32Array = new Uint32Array(1),
    readonly bytes: Uint8Array = new Uint8Array(0),
  ) {
    this.shared = sharedLengths(terms)
    this.#telling = new Uint8Array(terms.length)
    this.#stems = terms.map((term, number) => {
      const word = wordOf(term)
      const own = stem(targetOf(term))
      if (own === word) return word
      const known = this.#inflected.get(own)
      if (known) known.push(number)
      else this.#inflected.set(own, [number])
      return own
    })
    this.#mostOfFamily = Uint32Array.from(terms, (_, term) => this.maxPostings(term))
    const families = new Set(this.#inflected.keys())
    terms.forEach((term, number) => {
      if (term.includes('\0')) families.add(this.#stems[number]!)
    })
    for (const stem of families) {
      const family = this.withStem(stem)
      const most = family.reduce((sum, term) => sum + this.maxPostings(term), 0)
      for (const term of family) this.#mostOfFamily[term] = most
    }
  }

  /** Builds the list from entries whose terms are in ascending order. */
  static from(stem: Stem, entries: Iterable<[term: string, postings: ArrayLike<number>]>): Postings {
    const terms: string[] = []
    let starts = new Uint32Array(1024)
    let bytes = new Uint8Array(1024)
    let end = 0
    for (const [term, postings] of entries) {
      if (postings.length === 0) continue
      bytes = grown(bytes, end + postings.length * 5)
      for (let i = 0, last = 0; i < postings.length; i++) {
        let rest = postings[i]! - last
        last = postings[i]!
        for (; rest > 127; rest >>>= 7) bytes[end++] = (rest & 127) | 128
        bytes[end++] = rest
      }
      terms.push(term)
      starts = grown(starts, terms.length + 1)
      starts[terms.length] = end
    }
    return new Postings(stem, terms, starts.slice(0, terms.length + 1), bytes.slice(0, end))
  }

  /** Merges the main list and the list of recent rows, and drops the postings of deleted rows. */
  static merged(stem: Stem, old: Postings, recent: Recent, alive: Uint8Array): Postings {
    const terms = [...new Set([...old.terms, ...recent.terms])].sort()
    const entries = function* (): Generator<[string, number[]]> {
      let next = 0
      for (const term of terms) {
        const kept: number[] = []
        const keep = (postings: ArrayLike<number>, length: number) => {
          for (let i = 0; i < length; i++) if (alive[postings[i]! >>> FIELD_BITS]) kept.push(postings[i]!)
        }
        if (old.terms[next] === term) old.eachIn(next, ++next, keep)
        const added = recent.byTerm.get(term)
        if (added) {
          keep(added, added.length)
          kept.sort((a, b) => a - b)
        }
        yield [term, kept]
      }
    }
    return Postings.from(stem, entries())
  }

  stemAt(term: number): string {
    return this.#stems[term]!
  }

  withStem(stem: string): number[] {
    return [...stemItself(this, stem), ...(this.#inflected.get(stem) ?? [])]
  }

  /** Returns an upper bound on the number of postings of all terms that share this term's stem. */
  maxFamilyPostings(term: number): number {
    return this.#mostOfFamily[term]!
  }

  // Hot loop: for a two-letter prefix, it can read a million postings.
  eachIn(from: number, to: number, visit: (postings: Uint32Array, length: number) => void) {
    const { bytes, starts } = this
    const read = this.#read
    let length = 0
    for (let term = from; term < to; term++)
      for (let at = starts[term]!, end = starts[term + 1]!, posting = 0; at < end; ) {
        let byte = bytes[at++]!
        let step = byte & 127
        for (let shift = 7; byte & 128; shift += 7) {
          byte = bytes[at++]!
          step |= (byte & 127) << shift
        }
        posting += step
        read[length++] = posting
        if (length < CHUNK) continue
        visit(read, length)
        length = 0
      }
    if (length > 0) visit(read, length)
  }

  mayMatchOutsideDescription(term: number): boolean {
    this.#telling[term] ||= this.#hasTelling(term) ? TELLS : TELLS_NOT
    return this.#telling[term] === TELLS
  }

  #hasTelling(term: number): boolean {
    let tells = false
    this.eachIn(term, term + 1, (postings, length) => {
      for (let i = 0; i < length; i++) tells ||= (postings[i]! & FIELD_MASK) !== DESCRIPTION
    })
    return tells
  }

  maxPostings(term: number): number {
    return this.starts[term + 1]! - this.starts[term]!
  }
}

/** Postings of the rows added since the main list was built. */
export class Recent implements TermList {
  readonly terms: string[] = []
  readonly byTerm = new Map<string, number[]>()
  /** Upper bound on the number of postings of all terms that share a stem, whichever stem. */
  maxPostingsOfAnyFamily = 0
  readonly #inflected = new Map<string, string[]>()
  readonly #sizes = new Map<string, number>() // number of postings by stem
  #shared: Uint8Array | undefined

  constructor(readonly stem: Stem) {}

  add(term: string, posting: number) {
    const word = wordOf(term)
    const stem = this.stem(targetOf(term))
    const size = (this.#sizes.get(stem) ?? 0) + 1
    this.#sizes.set(stem, size)
    this.maxPostingsOfAnyFamily = Math.max(this.maxPostingsOfAnyFamily, size)
    const postings = this.byTerm.get(term)
    if (postings) {
      postings.push(posting)
      return
    }
    this.byTerm.set(term, [posting])
    this.terms.splice(lowerBound(this.terms, term), 0, term)
    this.#shared = undefined
    if (stem !== word) this.#inflected.set(stem, [...(this.#inflected.get(stem) ?? []), term])
  }

  stemAt(term: number): string {
    return this.stem(targetOf(this.terms[term]!))
  }

  withStem(stem: string): number[] {
    const inflected = this.#inflected.get(stem) ?? []
    return [...stemItself(this, stem), ...inflected.map((term) => lowerBound(this.terms, term))]
  }

  get shared(): Uint8Array {
    this.#shared ??= sharedLengths(this.terms)
    return this.#shared
  }

  eachIn(from: number, to: number, visit: (postings: Uint32Array, length: number) => void) {
    for (let term = from; term < to; term++) {
      const postings = this.byTerm.get(this.terms[term]!)!
      visit(Uint32Array.from(postings), postings.length)
    }
  }

  maxPostings(term: number): number {
    return this.byTerm.get(this.terms[term]!)!.length
  }

  mayMatchOutsideDescription(): boolean {
    return true // the recent list is too short for a check to pay off
  }
}

/** Returns the terms whose word is the stem itself, in any spelling. */
function stemItself(list: TermList, stem: string): number[] {
  const [from, to] = exactRange(list.terms, stem)
  return Array.from({ length: to - from }, (_, i) => from + i).filter((term) => list.stemAt(term) === stem)
}

/** Collects postings row by row and builds a list sorted by term. */
export class PostingsBuilder {
  readonly #numberOf = new Map<string, number>()
  #counts = new Uint32Array(1024)
  #terms = new Uint32Array(1024)
  #postings = new Uint32Array(1024)
  #length = 0

  add(word: string, posting: number) {
    let term = this.#numberOf.get(word)
    if (term === undefined) {
      term = this.#numberOf.size
      this.#numberOf.set(word, term)
    }
    this.#counts = grown(this.#counts, term + 1)
    this.#terms = grown(this.#terms, this.#length + 1)
    this.#postings = grown(this.#postings, this.#length + 1)
    this.#counts[term]!++
    this.#terms[this.#length] = term
    this.#postings[this.#length++] = posting
  }

  build(stem: Stem): Postings {
    const sorted = [...this.#numberOf].sort(([a], [b]) => (a < b ? -1 : 1))
    const next = new Uint32Array(sorted.length) // per term: position of its next posting
    let start = 0
    for (const [, term] of sorted) {
      next[term] = start
      start += this.#counts[term]!
    }
    const ordered = new Uint32Array(this.#length)
    for (let i = 0; i < this.#length; i++) ordered[next[this.#terms[i]!]!++] = this.#postings[i]!
    const counts = this.#counts
    const entries = function* (): Generator<[string, Uint32Array]> {
      for (const [word, term] of sorted) yield [word, ordered.subarray(next[term]! - counts[term]!, next[term]!)]
    }
    return Postings.from(stem, entries())
  }
}
