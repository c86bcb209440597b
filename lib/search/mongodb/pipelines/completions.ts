import type { Document } from 'mongodb'
import { z } from 'zod'
import { foldedWords } from '@/lib/search/analysis/tokens'
import { scopeClauses } from './conditions'
import { allClause, type TypedText, textClauses, wordClause } from './text-clauses'

const POOL = 100
const MIN_LETTERS = 2 // a single letter would match nearly everything

/**
 * Returns the stages that find the best products for the typed text; completions are taken from the words of these
 * products. Null if there is nothing to complete.
 */
export function completionsPipeline(index: string, { words, ...rest }: TypedText): Document[] | null {
  const last = words.at(-1)
  if (last === undefined || last.length < MIN_LETTERS) return null
  const before = textClauses({ ...rest, words: words.slice(0, -1), isPrefix: false, sku: undefined })
  const must = [...before, wordClause(last, { asPrefix: true })]
  const compound = { filter: scopeClauses({}), must }
  const sort = { score: { $meta: 'searchScore', order: -1 }, popularity: -1, reviewScore: -1, _id: 1 }
  return [
    { $search: { index, compound, sort, returnStoredSource: true } },
    { $limit: POOL },
    { $project: { name: 1, brand: 1, about: 1 } },
  ]
}

const wordsSchema = z.object({ name: z.string(), brand: z.string(), about: z.string() })

/** Returns folded completions of the last word, ordered by how many of the documents have them, most first. */
export function completionsIn(documents: Document[], last: string, limit: number): string[] {
  const products = new Map<string, number>()
  for (const document of documents) {
    const text = Object.values(wordsSchema.parse(document)).join(' ')
    const found = new Set(foldedWords(text).filter((word) => word.startsWith(last)))
    for (const word of found) products.set(word, (products.get(word) ?? 0) + 1)
  }
  return [...products]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([word]) => word)
}

/** Returns the stages that count the products with the completion and all words before it. */
export function completionCount(index: string, { words, ...rest }: TypedText, completion: string): Document[] {
  const typed = { ...rest, words: [...words.slice(0, -1), completion], isPrefix: false, sku: undefined }
  const compound = { filter: [...scopeClauses({}), allClause(textClauses(typed))] }
  return [{ $searchMeta: { index, compound, count: { type: 'total' } } }]
}
