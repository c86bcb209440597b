import type { Stem } from './inflect'
import { sharedLengths, similarRanges } from './terms'
import { foldedWords } from './tokens'

/**
 * Synonyms of a shop. In a set, each side matches all others; in a one-way rule, `from` also matches `to`, but not the
 * reverse. A side may have several words, which must be adjacent ("running shoes" ↔ "trainers"). Inflections and
 * accents are ignored; rules are not chained.
 */
export interface Synonyms {
  sets: string[][]
  oneWay: { from: string; to: string[] }[]
}

export const NO_SYNONYMS: Synonyms = { sets: [], oneWay: [] }

const MAX_SYNONYMS = 20 // per side, to bound the work of a search

/** Looks up synonyms by stemmed words. */
export class Thesaurus {
  /** Number of words in the longest side. */
  readonly maxWords: number
  readonly #words: { terms: string[]; shared: Uint8Array }
  readonly #sides = new Map<string, Map<string, string[]>>()

  constructor(
    readonly stem: Stem,
    { sets, oneWay }: Synonyms = NO_SYNONYMS,
  ) {
    for (const set of sets) for (const side of set) for (const other of set) this.#add(side, other)
    for (const { from, to } of oneWay) for (const other of to) this.#add(from, other)
    const single = [...new Set([...sets.flat(), ...oneWay.map(({ from }) => from)].map(foldedWords))]
    const terms = [...new Set(single.flatMap((words) => (words.length === 1 ? words : [])))].sort()
    this.#words = { terms, shared: sharedLengths(terms) }
    this.maxWords = Math.max(0, ...Array.from(this.#sides.keys(), (key) => key.split(' ').length))
  }

  /** Returns the single words with synonyms within this many edits, but not the word itself. */
  wordsNear(word: string, edits: number): string[] {
    const ranges = [...similarRanges(this.#words, word, edits, false)]
    return ranges.flatMap(([from, to]) => this.#words.terms.slice(from, to)).filter((other) => other !== word)
  }

  /** Returns the synonyms of these words, each a list of words. */
  of(typed: string[]): string[][] {
    return [...(this.#sides.get(this.#key(typed))?.values() ?? [])]
  }

  #key(list: string[]): string {
    return list.map(this.stem).join(' ')
  }

  #add(side: string, other: string) {
    const [own, others] = [foldedWords(side), foldedWords(other)]
    const [key, value] = [this.#key(own), this.#key(others)]
    if (own.length === 0 || others.length === 0 || key === value) return
    const known = this.#sides.get(key) ?? new Map<string, string[]>()
    if (known.size < MAX_SYNONYMS) this.#sides.set(key, known.set(value, others))
  }
}
