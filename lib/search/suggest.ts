import { growAll } from './columns'
import { places, rowsWith } from './matching'
import type { TermList } from './postings'
import type { Suggestions } from './query'
import type { Scratch } from './scratch'
import { search } from './search'
import type { Table } from './table'
import { typedWords } from './text'

/** At most `limit` words that complete the last one, and as many products. Throws RangeError beyond the limits. */
export function suggest(table: Table, scratch: Scratch, text: string, limit: number): Suggestions {
  const products = search(table, scratch, { text, perPage: limit, facets: false }).hits.map(({ id }) => id)
  const words = completions(table, scratch, text, limit)
  return words.length > 0 ? { words, products } : { words, products: [] }
}

function completions(table: Table, scratch: Scratch, text: string, limit: number): Suggestions['words'] {
  const { typed } = typedWords(text)
  const last = typed.pop()
  if (last === undefined || limit === 0) return []
  growAll<Scratch>(scratch, table.rows)
  const { alive } = table.perRow
  const before = typed.length > 0 ? rowsWith(table, scratch.score, typed, false) : undefined
  const counts = (posting: number) => {
    const row = posting >>> 2
    return alive[row] === 1 && (before === undefined || ((before[row >>> 5]! >>> (row & 31)) & 1) === 1)
  }
  for (const found of places([table.postings, table.recent], last, true)) {
    const terms = new Map<string, { most: number; in: [TermList, term: number][] }>()
    for (const [list, from, to] of found)
      for (let term = from; term < to; term++) {
        const known = terms.get(list.terms[term]!) ?? { most: 0, in: [] }
        terms.set(list.terms[term]!, known)
        known.most += list.most(term)
        known.in.push([list, term])
      }
    const most = mostFrequent(terms, counts, limit)
    if (most.length > 0) return most
  }
  return []
}

/** The longest lists are counted first, until no other can be among the best. */
function mostFrequent(
  terms: Map<string, { most: number; in: [TermList, term: number][] }>,
  counts: (posting: number) => boolean,
  limit: number,
): Suggestions['words'] {
  const best: Suggestions['words'] = []
  let least = 0
  for (const [word, { most, in: lists }] of [...terms].sort(([, a], [, b]) => b.most - a.most)) {
    if (most < least) break
    let products = 0
    for (const [list, term] of lists)
      list.each(term, (posting) => {
        if (counts(posting)) products++
      })
    if (products === 0 || products < least) continue
    best.push([word, products])
    best.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    best.length = Math.min(best.length, limit)
    if (best.length === limit) least = best.at(-1)![1]
  }
  return best
}
