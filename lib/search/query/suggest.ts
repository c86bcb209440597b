import { DESCRIPTION, editsAllowed } from '../analysis/fields'
import { type Part, partsOf } from '../analysis/query-parts'
import type { Thesaurus } from '../analysis/synonyms'
import { spellingOf } from '../analysis/tokens'
import { FIELD_BITS, FIELD_MASK } from '../index/postings'
import type { Table } from '../index/table'
import { NO_SUGGESTIONS, type Suggestions } from '../search-query'
import { listsOf, prefixRangesOf, type Range, rowsWith, similarRangesOf } from './matching'
import type { Scratch } from './scratch'
import { knownTo, search } from './search'

/**
 * Returns at most `limit` completions of the last word, and as many of the best hits. Throws RangeError if the text
 * exceeds `LIMITS`.
 */
export function suggest(
  table: Table,
  scratch: Scratch,
  thesaurus: Thesaurus,
  text: string,
  limit: number,
): Suggestions {
  const parts = partsOf(text, thesaurus, { keepStopWords: true, ...knownTo(table) })
  if (parts.length === 0) return NO_SUGGESTIONS
  const result = search(table, scratch, thesaurus, { text, perPage: limit, facets: 'category' })
  return { words: completions(table, scratch, parts, limit), result }
}

function completions(table: Table, scratch: Scratch, parts: Part[], limit: number): Suggestions['words'] {
  const last = parts.pop()
  if (last === undefined || last.isPhrase || limit === 0) return []
  // "xr-45" is completed as one word; of several words with synonyms, only the last.
  const word = last.code || last.words.at(-1)!
  if (!last.code && last.words.length > 1)
    parts.push({ ...last, words: last.words.slice(0, -1), isPrefix: false, synonyms: [], split: [] })
  const counter = new Counter(table, parts.length > 0 ? rowsWith(table, scratch.score, parts).bits : undefined)
  for (let edits = 0; edits <= editsAllowed(word); edits++) {
    const ranges = edits === 0 ? prefixRangesOf(table, word) : similarRangesOf(table, word, edits, true)
    const best = mostFrequent(table, familiesIn(table, ranges), counter, limit)
    if (best.length > 0) return best
  }
  return []
}

/** Terms with the same stem that complete the typed word, and an upper bound of the stem's postings. */
interface Family {
  stem: string
  matching: string[]
  maxPostings: number
}

function familiesIn(table: Table, ranges: Range[]): Family[] {
  const { postings, recent } = table
  const families = new Map<string, Family>()
  for (const [list, from, to] of ranges)
    for (let term = from; term < to; term++) {
      const stem = list.stemAt(term)
      const family = families.get(stem) ?? { stem, matching: [], maxPostings: 0 }
      if (family.matching.push(list.terms[term]!) === 1) families.set(stem, family)
      const most =
        list === postings
          ? postings.maxFamilyPostings(term) + recent.maxPostingsOfAnyFamily
          : termsWith(table, stem).reduce((sum, [list, term]) => sum + list.maxPostings(term), 0)
      family.maxPostings = Math.max(family.maxPostings, most)
    }
  return [...families.values()]
}

const termsWith = (table: Table, stem: string) =>
  listsOf(table).flatMap((list) => list.withStem(stem).map((term) => [list, term] as const))

/** Counts products with a group of terms, each product once. */
class Counter {
  readonly #seen: Uint32Array
  products = 0
  /** Whether any counted product has one of the terms outside its description. */
  isOutsideDescription = false

  constructor(
    readonly table: Table,
    readonly among: Uint32Array | undefined,
  ) {
    this.#seen = new Uint32Array((table.rows + 31) >> 5)
  }

  reset() {
    this.#seen.fill(0)
    this.products = 0
    this.isOutsideDescription = false
  }

  /** Adds a term to the count; returns the number of products with this term. */
  add([list, term]: readonly [Range[0], number]): number {
    const { alive } = this.table.perRow
    const { among } = this
    const seen = this.#seen
    let own = 0
    let products = 0
    let telling = 0
    list.eachIn(term, term + 1, (postings, length) => {
      for (let i = 0; i < length; i++) {
        const row = postings[i]! >>> FIELD_BITS
        const bit = 1 << (row & 31)
        if (alive[row] === 0 || (among !== undefined && (among[row >>> 5]! & bit) === 0)) continue
        own++
        if ((postings[i]! & FIELD_MASK) !== DESCRIPTION) telling++
        if ((seen[row >>> 5]! & bit) !== 0) continue
        seen[row >>> 5]! |= bit
        products++
      }
    })
    this.products += products
    this.isOutsideDescription ||= telling > 0
    return own
  }
}

/**
 * Returns the completions with the most products. Counts families in descending order of their upper bounds, until no
 * further one can make the list.
 */
function mostFrequent(table: Table, families: Family[], counter: Counter, limit: number): Suggestions['words'] {
  const best: Suggestions['words'] = []
  let minProducts = 0
  for (const { stem, matching, maxPostings } of families.sort((a, b) => b.maxPostings - a.maxPostings)) {
    if (maxPostings < minProducts) break
    const terms = termsWith(table, stem)
    if (!terms.some(([list, term]) => list.mayMatchOutsideDescription(term))) continue
    counter.reset()
    const byTerm = new Map<string, number>()
    for (const at of terms) {
      const term = at[0].terms[at[1]]!
      const own = counter.add(at)
      if (matching.includes(term)) byTerm.set(term, (byTerm.get(term) ?? 0) + own)
    }
    // An alias has the products of its word; the larger count is that of the spelling.
    const spellings = new Map<string, number>()
    for (const [term, own] of byTerm)
      spellings.set(spellingOf(term), Math.max(spellings.get(spellingOf(term)) ?? 0, own))
    const [spelling] = [...spellings].filter(([, own]) => own > 0).sort(mostFirst)
    if (!spelling || !counter.isOutsideDescription || counter.products < minProducts) continue
    best.push([spelling[0], counter.products])
    best.sort(mostFirst)
    best.length = Math.min(best.length, limit)
    if (best.length === limit) minProducts = best.at(-1)![1]
  }
  return best
}

const mostFirst = ([a, m]: [string, number], [b, n]: [string, number]) => n - m || (a < b ? -1 : 1)
