import { CODE_SCORE, DESCRIPTION, DETAILS, editsAllowed, QUALITY, WEIGHTS } from '../analysis/fields'
import type { Part } from '../analysis/query-parts'
import { exactRange, prefixRange, similarRanges } from '../analysis/terms'
import { eachBit, markRows } from '../index/loops'
import type { TermList } from '../index/postings'
import type { Codes } from '../index/skus'
import type { Table } from '../index/table'
import type { WeakMatch } from '../search-query'
import { adjacent } from './phrases'

/** A range of terms in a list, from `from` to below `to`. */
export type Range = [list: TermList, from: number, to: number]

/** A table, and the number of its fields that count, most significant field first. */
interface Scope {
  table: Table
  fields: number
}

/** Matching rows and their scores; deleted rows are never included. */
class Matches {
  readonly alive: Uint8Array
  readonly scores: Uint16Array
  readonly bits: Uint32Array
  readonly #weights: number[]

  constructor({ table, fields }: Scope) {
    this.alive = table.perRow.alive
    this.scores = new Uint16Array(table.rows)
    this.bits = new Uint32Array((table.rows + 31) >> 5)
    this.#weights = WEIGHTS.slice(0, fields)
  }

  has(row: number): boolean {
    return ((this.bits[row >>> 5]! >>> (row & 31)) & 1) === 1
  }

  get isEmpty(): boolean {
    return this.bits.every((bits) => bits === 0)
  }

  /** Adds the rows with these terms; returns whether there are any. */
  add([list, from, to]: Range, quality: number): boolean {
    const scoreOf = Uint16Array.from({ length: 8 }, (_, field) => (this.#weights[field] ?? 0) * quality)
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

/**
 * Returns the rows that contain the word or, with `isPrefix`, a word that starts with it. If there are none, allows one
 * edit, then two.
 */
function matchesOfWord(scope: Scope, word: string, isPrefix: boolean, edits: number): Matches {
  const { table } = scope
  const matches = new Matches(scope)
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
  scope: Scope,
  { words, isPrefix, isPhrase, code, synonyms }: Part,
  codes: Codes,
): Matches | undefined {
  const { table } = scope
  const matches = new Matches(scope)
  const count = words.length
  let found = false
  for (const synonym of synonyms) {
    if (synonym.length === 1) {
      for (const range of exactRanges(table, synonym[0]!)) found = matches.add(range, QUALITY.synonym * count) || found
      continue
    }
    const own = matchesOfWords(synonym, (word) => {
      const one = new Matches(scope)
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
function matchesOfPart(scope: Scope, part: Part): Matches {
  const { table } = scope
  const { words, isPhrase, isPrefix, isExact } = part
  const codes = table.skus.find(part.code, isPrefix)
  const hasOthers = part.synonyms.length > 0 || codes.exact.length + codes.prefixed.length > 0 || words.length > 1
  const others = hasOthers ? alternativeMatches(scope, part, codes) : undefined
  const matchesWithin = (isForgiving: boolean) =>
    matchesOfWords(words, (word, index) =>
      matchesOfWord(scope, word, isPrefix && index === words.length - 1, isForgiving ? editsAllowed(word) : 0),
    )
  if (!others && part.split.length > 0) {
    const exact = matchesWithin(false)
    const matches = exact.isEmpty ? matchesOfWords(part.split, (word) => matchesOfWord(scope, word, false, 0)) : exact
    if (!matches.isEmpty) return matches
  }
  const matches = matchesWithin(!isPhrase && !isExact && !others)
  if (isPhrase) matches.keepPhrases(table, words)
  if (others) matches.or(others)
  return matches
}

/** Rows that match a text. */
export interface MatchingRows {
  /** One bit per row. */
  bits: Uint32Array
  weakMatch?: WeakMatch | undefined
}

/**
 * Returns the rows that match all parts and none of the excluded ones, and writes their scores to `score`. At least one
 * part is required.
 */
export function rowsWith(table: Table, score: Uint16Array, parts: Part[]): MatchingRows {
  const wanted = parts.filter(({ isExcluded }) => !isExcluded)
  const excluded = parts.filter(({ isExcluded }) => isExcluded)
  const outsideDescriptions = { table, fields: DESCRIPTION }
  const isExact = wanted.length > 0 && wanted.every((part) => part.isExact)
  const found = isExact ? rowsWithAll(outsideDescriptions, score, wanted) : undefined
  const isFound = found?.some((bits) => bits !== 0) ?? false
  const bits = isFound ? found! : rowsWithAll({ table, fields: WEIGHTS.length }, score, wanted)
  for (const part of excluded) {
    const without = matchesOfPart(outsideDescriptions, part).bits
    for (let i = 0; i < bits.length; i++) bits[i]! &= ~without[i]!
  }
  if (!isExact) return { bits }
  return { bits, weakMatch: weaknessOf(highestScore(bits, score), { isFound, parts: wanted }) }
}

/** Returns how weak the matches of an exact text are; undefined if they are not, or if there are none. */
export function weaknessOf(
  highest: number,
  { isFound, parts }: { isFound: boolean; parts: Part[] },
): WeakMatch | undefined {
  const words = parts.reduce((sum, part) => sum + part.words.length, 0)
  if (highest === 0) return undefined
  // Every product lacks one of the words elsewhere, even if its other words are in the name.
  if (!isFound) return 'descriptions'
  return highest > words * WEIGHTS[DETAILS]! * QUALITY.exact ? undefined : 'details'
}

function highestScore(bits: Uint32Array, score: Uint16Array): number {
  let highest = 0
  eachBit(bits, (row) => {
    if (score[row]! > highest) highest = score[row]!
  })
  return highest
}

/** Returns the rows that match all parts; all rows if there are no parts. */
function rowsWithAll(scope: Scope, score: Uint16Array, parts: Part[]): Uint32Array {
  const [first, ...others] = parts.map((part) => matchesOfPart(scope, part))
  if (!first) return allRows(scope.table, score)
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

function allRows({ rows, perRow }: Table, score: Uint16Array): Uint32Array {
  const bits = new Uint32Array((rows + 31) >> 5)
  for (let row = 0; row < rows; row++) if (perRow.alive[row]) bits[row >>> 5]! |= 1 << (row & 31)
  score.fill(0, 0, rows)
  return bits
}
