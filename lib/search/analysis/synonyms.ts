import type { Stem } from './inflect'
import { foldedWords } from './tokens'

/**
 * What shoppers call the same. Of a set each side stands for all others; of a one-way rule `from` stands for `to` as
 * well, not the other way round. A side may be several words: they must then stand side by side ("running shoes" ↔
 * "trainers"). Inflections and accents don't matter, and nothing follows from two rules together.
 */
export interface Synonyms {
  sets: string[][]
  oneWay: { from: string; to: string[] }[]
}

export const NO_SYNONYMS: Synonyms = { sets: [], oneWay: [] }

const MAX_SYNONYMS = 20 // of one side, so that a search stays bounded

/** Synonyms ready to be looked up. */
export class Thesaurus {
  /** The words of the longest side. */
  readonly maxWords: number
  readonly #sides = new Map<string, Map<string, string[]>>()

  constructor(
    readonly stem: Stem,
    { sets, oneWay }: Synonyms = NO_SYNONYMS,
  ) {
    for (const set of sets) for (const side of set) for (const other of set) this.#add(side, other)
    for (const { from, to } of oneWay) for (const other of to) this.#add(from, other)
    this.maxWords = Math.max(0, ...Array.from(this.#sides.keys(), (key) => key.split(' ').length))
  }

  /** What else these words may be called: each a list of words. */
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
