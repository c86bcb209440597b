import type { Document } from 'mongodb'
import { editsAllowed, QUALITY, WEIGHTS } from '@/lib/search/analysis/fields'
import { codeOf, foldedWords } from '@/lib/search/analysis/tokens'
import { LIMITS } from '@/lib/search/search-query'
import { SYNONYMS } from '../mapping/definition'

/** Text fields, in the same order as `WEIGHTS`. */
export const TEXT_FIELDS = ['head', 'name', 'brand', 'places', 'about', 'description'] as const
const WITHOUT_BEGINNINGS = 'description' // too many of their words are irrelevant to match prefixes
const SKU_SCORE = 1_000 // above any word match, because a typed SKU is meant literally
/** Maximum number of space-separated chunks in a typed SKU. */
const MAX_SKU_CHUNKS = 4
const [MIN_SKU_LENGTH, MAX_SKU_LENGTH] = [3, 40]
const EXCLUDED = /(?<=^|\s)-\p{L}\S*/gu
const PREFIX_LENGTH = 1 // typos in the first letter are rare, and allowing them would scan every term

export interface TypedText {
  words: string[]
  phrases: string[]
  /** Words after a hyphen ("-red"): products with them are excluded. */
  excluded: string[]
  /** Whether the last word may still be incomplete. */
  isPrefix: boolean
  /** Letters and digits of the whole text, if it may be a SKU or the start of one. */
  sku: string | undefined
}

const NOTHING_TYPED: TypedText = { words: [], phrases: [], excluded: [], isPrefix: false, sku: undefined }

/** Returns the words and quoted phrases of a text, cut to `LIMITS`. With `isExact`, the text is complete. */
export function typedText(text: string, isExact = false): TypedText {
  const whole = text.slice(0, LIMITS.characters)
  const excluded = Array.from(whole.matchAll(EXCLUDED), ([word]) => foldedWords(word).join(' ')).filter(Boolean)
  const cut = whole.replaceAll(EXCLUDED, ' ')
  const phrases = Array.from(cut.matchAll(/"([^"]*)"/g), ([, phrase]) => foldedWords(phrase ?? '').join(' ')).filter(
    Boolean,
  )
  const all = foldedWords(cut.replaceAll(/"[^"]*"/g, ' '))
  const words = all.slice(0, LIMITS.words)
  const isPrefix = !isExact && all.length <= LIMITS.words && /[\p{L}\p{N}]$/u.test(cut)
  const code = cut.trim().split(/\s+/).length <= MAX_SKU_CHUNKS ? codeOf(cut) : ''
  const sku = /\d/.test(code) && code.length >= MIN_SKU_LENGTH && code.length <= MAX_SKU_LENGTH ? code : undefined
  return { words, phrases: phrases.slice(0, LIMITS.words), excluded: excluded.slice(0, LIMITS.words), isPrefix, sku }
}

interface Matching {
  /** Whether words may have typos. */
  forgiving?: boolean
  /** Fields that count; all by default. */
  fields?: readonly (typeof TEXT_FIELDS)[number][]
}
/** The fields of facts, as opposed to prose. */
export const OUTSIDE_DESCRIPTIONS = TEXT_FIELDS.filter((field) => field !== 'description')

/** Returns the clauses that must all match. */
export function textClauses(
  { words, phrases, excluded, isPrefix, sku }: TypedText,
  { forgiving = false, fields = TEXT_FIELDS }: Matching = {},
): Document[] {
  const isLast = (index: number) => isPrefix && index === words.length - 1
  const clauses = [
    ...phrases.map((query) => ({ phrase: { query, path: [...fields] } })),
    ...words.map((word, index) => wordClause(word, { asPrefix: isLast(index), forgiving, fields })),
  ]
  const wanted = sku === undefined ? clauses : [anyClause([allClause(clauses), ...skuClauses(sku)])]
  const without = excluded.map((word) =>
    textClauses({ ...NOTHING_TYPED, words: [word] }, { fields: OUTSIDE_DESCRIPTIONS }),
  )
  return without.length === 0 ? wanted : [...wanted, { compound: { mustNot: without.map(allClause) } }]
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
  { asPrefix, forgiving = false, fields = TEXT_FIELDS }: Matching & { asPrefix: boolean },
): Document {
  const maxEdits = editsAllowed(query)
  const should = fields.flatMap((path): Document[] => {
    const worth = (quality: number) => constant((WEIGHTS[TEXT_FIELDS.indexOf(path)] ?? 1) * quality)
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
