import { createHash } from 'node:crypto'
import type { Category } from '@/lib/contracts/catalog/category'
import { LAYOUT } from './document'

type Schema = Pick<Category, 'path' | 'specs'>[]
export type Field = Record<string, unknown>

/** Keys of specs and options from the schemas of all categories, distinct and sorted. */
export interface FilterKeys {
  specs: string[]
  /** Specs with numeric values. */
  numbers: string[]
  options: string[]
}

/** Returns the filter keys of these categories. */
export function filterKeys(categories: Schema): FilterKeys {
  const specs = new Set<string>()
  const numbers = new Set<string>()
  const options = new Set<string>()
  for (const { key, type, level, filterable } of categories.flatMap(({ specs }) => specs)) {
    if (!filterable) continue
    ;(level === 'variant' ? options : specs).add(key)
    if (type === 'number') numbers.add(key)
  }
  return { specs: [...specs].sort(), numbers: [...numbers].sort(), options: [...options].sort() }
}

/** Names of the analyzers: folded and stemmed words; folded words, for prefixes; whole SKUs. */
export const ANALYZERS = { words: 'nexusWords', plain: 'nexusPlain', whole: 'nexusWhole' } as const
/** The shop's synonyms in MongoDB Search: the mapping's name and its source collection. */
export const SYNONYMS = { name: 'shop', collection: 'synonyms' } as const

const WORDS = { type: 'regexSplit', pattern: '[^\\p{L}\\p{N}]+' }
const FOLD = { type: 'icuFolding' } // ignores case, accents, and variants such as ø and ł
const analyzers = [
  {
    name: ANALYZERS.words,
    tokenizer: WORDS,
    tokenFilters: [FOLD, { type: 'snowballStemming', stemmerName: 'english' }],
  },
  { name: ANALYZERS.plain, tokenizer: WORDS, tokenFilters: [FOLD] },
  { name: ANALYZERS.whole, tokenizer: { type: 'keyword' }, tokenFilters: [FOLD] },
]

const TOKEN: Field = { type: 'token' }
const NUMBER: Field = { type: 'number' }
const text: Field = { type: 'string', analyzer: ANALYZERS.words, searchAnalyzer: ANALYZERS.words }
const beginnings = (analyzer: string, maxGrams: number): Field => ({
  type: 'autocomplete',
  analyzer,
  tokenization: 'edgeGram',
  minGrams: 1,
  maxGrams,
})
const WORD_BEGINNINGS = beginnings(ANALYZERS.plain, 20)

const document = (fields: Record<string, Field | Field[]>): Field => ({ type: 'document', dynamic: false, fields })
const each = (keys: string[], field: Field): Field => document(Object.fromEntries(keys.map((key) => [key, field])))

/** Returns the index definition. Fields are listed explicitly and never indexed dynamically. */
export function indexDefinition({ specs, numbers, options }: FilterKeys): Field {
  const offers = document({ options: each(options, TOKEN), price: NUMBER, inStock: TOKEN })
  return {
    analyzers,
    synonyms: [{ name: SYNONYMS.name, analyzer: ANALYZERS.words, source: { collection: SYNONYMS.collection } }],
    storedSource: { include: ['name', 'brand', 'about', 'variants', 'readAt'] },
    mappings: {
      dynamic: false,
      fields: {
        _id: TOKEN,
        kind: TOKEN,
        head: [text, WORD_BEGINNINGS],
        name: [text, WORD_BEGINNINGS],
        brand: [text, WORD_BEGINNINGS],
        places: [text, WORD_BEGINNINGS],
        about: [text, WORD_BEGINNINGS],
        description: text,
        skus: [TOKEN, beginnings(ANALYZERS.whole, 40)],
        category: TOKEN,
        within: TOKEN,
        facts: document({ brand: TOKEN, rating: TOKEN, discount: TOKEN }),
        rating: NUMBER,
        discount: NUMBER,
        popularity: NUMBER,
        reviewScore: NUMBER,
        createdAt: NUMBER,
        offerPrice: NUMBER,
        specs: each(specs, TOKEN),
        numbers: each(numbers, NUMBER),
        offers,
        stocked: offers,
        variants: {
          type: 'embeddedDocuments',
          dynamic: false,
          storedSource: { include: ['price'] },
          fields: {
            sku: TOKEN,
            options: each(options, TOKEN),
            price: NUMBER,
            inStock: { type: 'boolean' },
          },
        },
      },
    },
  }
}

/**
 * Returns an index name that contains a hash of the definition, so that a changed schema creates a new index while the
 * old one keeps answering.
 */
export function indexName(definition: Field): string {
  const hash = createHash('sha256').update(JSON.stringify(definition)).digest('hex').slice(0, 8)
  return `nexus-${LAYOUT}-${hash}`
}
