import type { Document } from 'mongodb'
import { editsAllowed, QUALITY, WEIGHTS } from '@/lib/search/analysis/fields'
import { codeOf, foldedWords } from '@/lib/search/analysis/tokens'
import { LIMITS } from '@/lib/search/search-query'
import { SYNONYMS } from '../mapping/definition'

/** Text fields, in the same order as `WEIGHTS`. */
export const TEXT_FIELDS = ['name', 'brand', 'places', 'about', 'description'] as const
const WITHOUT_BEGINNINGS = 'description' // too many of their words are irrelevant to match prefixes
const SKU_SCORE = 1_000 // above any word match, because a typed SKU is meant literally
/** Maximum number of space-separated chunks in a typed SKU. */
const MAX_SKU_CHUNKS = 4
const [MIN_SKU_LENGTH, MAX_SKU_LENGTH] = [3, 40]
const PREFIX_LENGTH = 1 // typos in the first letter are rare, and allowing them would mean scanning every term

export interface TypedText {
  words: string[]
  phrases: string[]
  /** Whether the shopper may still be typing the last word. */
  isPrefix: boolean
  /** Letters and digits of the whole text, if it may be a SKU or the start of one. */
  sku: string | undefined
}

/** Returns the words and quoted phrases of a text, cut to `LIMITS`. */
export function typedText(text: string): TypedText {
  const cut = text.slice(0, LIMITS.characters)
  const phrases = Array.from(cut.matchAll(/"([^"]*)"/g), ([, phrase]) => foldedWords(phrase ?? '').join(' ')).filter(
    Boolean,
  )
  const all = foldedWords(cut.replaceAll(/"[^"]*"/g, ' '))
  const words = all.slice(0, LIMITS.words)
  const isPrefix = all.length <= LIMITS.words && /[\p{L}\p{N}]$/u.test(cut)
  const code = cut.trim().split(/\s+/).length <= MAX_SKU_CHUNKS ? codeOf(cut) : ''
  const sku = /\d/.test(code) && code.length >= MIN_SKU_LENGTH && code.length <= MAX_SKU_LENGTH ? code : undefined
  return { words, phrases: phrases.slice(0, LIMITS.words), isPrefix, sku }
}

/** Returns the clauses that must all match. With `forgiving`, words also match with typos. */
export function textClauses({ words, phrases, isPrefix, sku }: TypedText, forgiving: boolean): Document[] {
  const isLast = (index: number) => isPrefix && index === words.length - 1
  const clauses = [
    ...phrases.map((query) => ({ phrase: { query, path: [...TEXT_FIELDS] } })),
    ...words.map((word, index) => wordClause(word, { asPrefix: isLast(index), forgiving })),
  ]
  if (sku === undefined) return clauses
  return [anyClause([allClause(clauses), ...skuClauses(sku)])]
}

const skuClauses = (sku: string): Document[] => [
  { equals: { path: 'skus', value: sku, score: constant(SKU_SCORE) } },
  { autocomplete: { query: sku, path: 'skus', score: constant(SKU_SCORE / 2) } },
]

/**
 * Returns the clause that matches a word in any field: exactly or by a synonym, then as a prefix, then with typos, with
 * decreasing scores.
 */
export function wordClause(
  query: string,
  { asPrefix, forgiving }: { asPrefix: boolean; forgiving: boolean },
): Document {
  const maxEdits = editsAllowed(query)
  const should = TEXT_FIELDS.flatMap((path, field): Document[] => {
    const worth = (quality: number) => constant((WEIGHTS[field] ?? 1) * quality)
    const exact = { text: { query, path, synonyms: SYNONYMS.name, score: worth(QUALITY.exact) } }
    const beginning = { autocomplete: { query, path, score: worth(QUALITY.prefix) } }
    // MongoDB cannot combine synonyms with fuzzy matching.
    const fuzzy = { maxEdits, prefixLength: PREFIX_LENGTH }
    const mistyped = { text: { query, path, fuzzy, score: worth(QUALITY.typo1) } }
    const beginningMistyped = { autocomplete: { query, path, fuzzy, score: worth(QUALITY.typo2) } }
    return [
      exact,
      ...(asPrefix && path !== WITHOUT_BEGINNINGS ? [beginning] : []),
      ...(forgiving && maxEdits > 0 ? [mistyped] : []),
      ...(forgiving && maxEdits > 0 && asPrefix && path !== WITHOUT_BEGINNINGS ? [beginningMistyped] : []),
    ]
  })
  return anyClause(should)
}

const constant = (value: number) => ({ constant: { value } })
const anyClause = (should: Document[]): Document => ({ compound: { should, minimumShouldMatch: 1 } })
export const allClause = (must: Document[]): Document => ({ compound: { must } })
