import { CODE_SCORE, editsAllowed, QUALITY, WEIGHTS } from '../analysis/fields'
import type { Part } from '../analysis/query-parts'
import { exactRange, prefixRange, similarRanges } from '../analysis/terms'
import { eachBit, markRows } from '../index/loops'
import type { TermList } from '../index/postings'
import type { Codes } from '../index/skus'
import type { Table } from '../index/table'
import { adjacent } from './phrases'

/** A range of terms in a list, from `from` to below `to`. */
export type Range = [list: TermList, from: number, to: number]

/** Matching rows and their scores; deleted rows are never included. */
class Matches {
  readonly scores: Uint16Array
  readonly bits: Uint32Array

  constructor(
    readonly alive: Uint8Array,
    rows: number,
  ) {
    this.scores = new Uint16Array(rows)
    this.bits = new Uint32Array((rows + 31) >> 5)
  }

  has(row: number): boolean {
    return ((this.bits[row >>> 5]! >>> (row & 31)) & 1) === 1
  }

  get isEmpty(): boolean {
    return this.bits.every((bits) => bits === 0)
  }

  /** Adds the rows with these terms; returns whether there are any. */
  add([list, from, to]: Range, quality: number): boolean {
    const scoreOf = Uint16Array.from({ length: 8 }, (_, field) => (WEIGHTS[field] ?? 0) * quality)
    let found = false
    list.eachIn(from, to, (postings, length) => {
      found = markRows(postings, length, scoreOf, this) || found
    })
    return found
  }

  /** Adds the rows of these variants with a score; returns whether any of them is alive. */
  addOwners(owners: Iterable<number>, own: number): boolean {
    let found = false
    for (const owner of owners) {
      const row = owner >>> 8
      if (this.alive[row] === 0) continue
      found = true
      this.bits[row >>> 5]! |= 1 << (row & 31)
      if (own > this.scores[row]!) this.scores[row] = own
    }
    return found
  }

  /** Keeps only rows that the other matches contain, too, and adds up their scores. */
  and(other: Matches) {
    for (let i = 0; i < this.bits.length; i++) this.bits[i]! &= other.bits[i]!
    eachBit(this.bits, (row) => {
      this.scores[row]! += other.scores[row]!
    })
  }

  /** Adds the rows of the other matches. If a row is in both, the higher score counts. */
  or(other: Matches, scoreOf: (score: number) => number = (score) => score) {
    eachBit(other.bits, (row) => {
      const score = scoreOf(other.scores[row]!)
      if (!this.has(row) || score > this.scores[row]!) this.scores[row] = score
      this.bits[row >>> 5]! |= 1 << (row & 31)
    })
  }

  /** Keeps only rows with these words next to each other. */
  keepPhrases(table: Table, words: string[]) {
    if (words.length < 2) return
    const isAdjacent = adjacent(table, words)
    eachBit(this.bits.slice(), (row) => {
      if (!isAdjacent(row)) this.bits[row >>> 5]! &= ~(1 << (row & 31))
    })
  }
}

export const listsOf = ({ postings, recent }: Table): TermList[] => [postings, recent]

/** Returns the terms of a word and its inflections. */
function exactRanges(table: Table, word: string): Range[] {
  const stem = table.stem(word)
  return listsOf(table).flatMap((list): Range[] => [
    [list, ...exactRange(list.terms, word)],
    ...list.withStem(stem).map((term): Range => [list, term, term + 1]),
  ])
}

/** Returns the ranges of terms with this prefix. */
export const prefixRangesOf = (table: Table, word: string): Range[] =>
  listsOf(table).map((list) => [list, ...prefixRange(list.terms, word)])

export const similarRangesOf = (table: Table, word: string, edits: number, asPrefix: boolean): Range[] =>
  listsOf(table).flatMap((list) =>
    Array.from(similarRanges(list, word, edits, asPrefix), ([from, to]): Range => [list, from, to]),
  )

const newMatches = (table: Table) => new Matches(table.perRow.alive, table.rows)

/**
 * Returns the rows that contain the word or, with `isPrefix`, a word that starts with it. If there are none, allows one
 * edit, then two.
 */
function matchesOfWord(table: Table, word: string, isPrefix: boolean, edits: number): Matches {
  const matches = newMatches(table)
  let found = false
  for (const range of exactRanges(table, word)) found = matches.add(range, QUALITY.exact) || found
  if (isPrefix) for (const range of prefixRangesOf(table, word)) found = matches.add(range, QUALITY.prefix) || found
  for (let edit = 1; edit <= edits && !found; edit++) {
    const quality = edit === 1 ? QUALITY.typo1 : QUALITY.typo2
    const stems = new Set<string>() // words of deleted products do not count
    for (const [list, from, to] of similarRangesOf(table, word, edit, isPrefix))
      for (let term = from; term < to; term++)
        if (matches.add([list, term, term + 1], quality)) stems.add(list.stemAt(term))
    for (const stem of stems)
      for (const list of listsOf(table))
        for (const term of list.withStem(stem)) matches.add([list, term, term + 1], quality)
    found = stems.size > 0
  }
  return matches
}

/** Returns the rows with all of these words; at least one word is required. */
function matchesOfWords(words: string[], matchesOf: (word: string, index: number) => Matches): Matches {
  const all = matchesOf(words[0]!, 0)
  words.slice(1).forEach((word, index) => {
    all.and(matchesOf(word, index + 1))
  })
  return all
}

/** Returns the rows that match by synonym, SKU or joined words; undefined if there are none. */
function alternativeMatches(
  table: Table,
  { words, isPrefix, isPhrase, code, synonyms }: Part,
  codes: Codes,
): Matches | undefined {
  const matches = newMatches(table)
  const count = words.length
  let found = false
  for (const synonym of synonyms) {
    if (synonym.length === 1) {
      for (const range of exactRanges(table, synonym[0]!)) found = matches.add(range, QUALITY.synonym * count) || found
      continue
    }
    const own = matchesOfWords(synonym, (word) => {
      const one = newMatches(table)
      for (const range of exactRanges(table, word)) one.add(range, QUALITY.synonym)
      return one
    })
    own.keepPhrases(table, synonym)
    found ||= !own.isEmpty
    matches.or(own, (score) => Math.floor((count * score) / synonym.length))
  }
  if (codes.exact.length > 0) found = matches.addOwners(codes.exact, (count + 1) * CODE_SCORE) || found
  if (codes.prefixed.length > 0)
    found = matches.addOwners(codes.prefixed, count * WEIGHTS[0]! * QUALITY.prefix) || found
  if (count > 1 && code !== '' && !isPhrase) {
    for (const range of exactRanges(table, code)) found = matches.add(range, QUALITY.exact * count) || found
    if (isPrefix)
      for (const range of prefixRangesOf(table, code)) found = matches.add(range, QUALITY.prefix * count) || found
  }
  return found ? matches : undefined
}

/** Returns the rows that match a part, with their scores. */
function matchesOfPart(table: Table, part: Part): Matches {
  const { words, isPhrase, isPrefix } = part
  const codes = table.skus.find(part.code, isPrefix)
  const hasOthers = part.synonyms.length > 0 || codes.exact.length + codes.prefixed.length > 0 || words.length > 1
  const others = hasOthers ? alternativeMatches(table, part, codes) : undefined
  const matchesWithin = (isForgiving: boolean) =>
    matchesOfWords(words, (word, index) =>
      matchesOfWord(table, word, isPrefix && index === words.length - 1, isForgiving ? editsAllowed(word) : 0),
    )
  if (!others && part.split.length > 0) {
    const exact = matchesWithin(false)
    const matches = exact.isEmpty ? matchesOfWords(part.split, (word) => matchesOfWord(table, word, false, 0)) : exact
    if (!matches.isEmpty) return matches
  }
  const matches = matchesWithin(!isPhrase && !others)
  if (isPhrase) matches.keepPhrases(table, words)
  if (others) matches.or(others)
  return matches
}

/**
 * Returns a bit set of the rows that match all parts, and writes their scores to `score`. At least one part is
 * required.
 */
export function rowsWith(table: Table, score: Uint16Array, parts: Part[]): Uint32Array {
  const [first, ...others] = parts.map((part) => matchesOfPart(table, part))
  if (!first) return new Uint32Array(0)
  const { bits } = first
  score.set(first.scores) // scores of other rows are never read
  for (const other of others) {
    for (let i = 0; i < bits.length; i++) bits[i]! &= other.bits[i]!
    eachBit(bits, (row) => {
      score[row]! += other.scores[row]!
    })
  }
  return bits
}
