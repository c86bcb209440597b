import { z } from 'zod'
import { fieldsOf } from '@/lib/search/analysis/fields'
import { codeOf, foldedWords, modelsIn } from '@/lib/search/analysis/tokens'
import type { Product, Scalar, Variant } from '@/lib/search/indexed-product'
import { reviewScoreOf } from '../../index/review-score'

/** Version of the document layout. Increase it to rebuild all documents. */
export const LAYOUT = 5

const tokensSchema = z.record(z.string(), z.array(z.string()))
const offersSchema = z.object({ options: tokensSchema, price: z.array(z.number()), inStock: z.array(z.string()) })

/**
 * A product in the searched collection. Values are stored as tokens, which distinguish the number 16 from the string
 * '16'; numbers are also stored as numbers, for ranges and sorting.
 */
export const searchDocumentSchema = z.object({
  /** 24 hex digits. */
  _id: z.string(),
  kind: z.literal('product'),
  /** Last word of the name. */
  head: z.string(),
  name: z.string(),
  brand: z.string(),
  /** Words of the category path. `about`: words of specs and options. */
  places: z.string(),
  about: z.string(),
  description: z.string(),
  /** Letters and digits of the SKUs. */
  skus: z.array(z.string()),
  /** Path of the category. `within`: this path and those of its ancestors. */
  category: z.string(),
  within: z.array(z.string()),
  facts: z.object({ brand: z.string(), rating: z.string(), discount: z.string() }),
  rating: z.number(),
  discount: z.number(),
  popularity: z.number(),
  /** Bayesian review score; missing if there are no reviews. */
  reviewScore: z.number().optional(),
  createdAt: z.number(),
  specs: tokensSchema,
  numbers: z.record(z.string(), z.number()),
  /** Variants, for filters that a single variant must meet together. */
  variants: z.array(
    z.object({ sku: z.string(), options: z.record(z.string(), z.string()), price: z.number(), inStock: z.boolean() }),
  ),
  /** Distinct values across all variants (`offers`) and across the variants in stock (`stocked`). */
  offers: offersSchema,
  stocked: offersSchema,
  /** Lowest price of the variants in stock or, if all are sold out, of all variants; in minor units. */
  offerPrice: z.number(),
  /** When a sale next starts or ends, in milliseconds since 1970. */
  validUntil: z.number().optional(),
})

export type SearchDocument = z.infer<typeof searchDocumentSchema>

export function toSearchDocument(product: Product): SearchDocument {
  const { id, brand, category, specs, rating, discount, popularity, createdAt, validUntil } = product
  const [head = '', name = '', , places = '', about = '', description = ''] = fieldsOf(product, true)
  const variants = product.variants.map(({ sku, options, price, stock }) => ({
    sku,
    options: Object.fromEntries(Object.entries(options).map(([key, value]) => [key, token(value)])),
    price,
    inStock: stock > 0,
  }))
  const stocked = product.variants.filter(({ stock }) => stock > 0)
  return {
    _id: id,
    kind: 'product',
    head: withKeys(head),
    name: [withKeys(name), ...modelsIn(name)].join(' '),
    brand: withKeys(brand),
    places,
    about: withKeys(about),
    description: withKeys(description),
    skus: variants.map(({ sku }) => codeOf(sku) || sku.toLowerCase()),
    category,
    within: ancestry(category),
    facts: { brand: token(brand), rating: token(rating), discount: token(discount) },
    rating,
    discount,
    popularity,
    ...(product.ratingCount && { reviewScore: reviewScoreOf(product) }),
    createdAt,
    specs: Object.fromEntries(Object.entries(specs).map(([key, value]) => [key, [value].flat().map(token)])),
    numbers: Object.fromEntries(
      Object.entries(specs).flatMap(([key, value]) => (typeof value === 'number' ? [[key, value]] : [])),
    ),
    variants,
    offers: offersOf(product.variants),
    stocked: offersOf(stocked),
    offerPrice: Math.min(...(stocked.length > 0 ? stocked : product.variants).map(({ price }) => price)),
    ...(validUntil !== undefined && { validUntil }),
  }
}

/** Returns the text, followed by its folded words if MongoDB's analyzer might fold or split it differently. */
function withKeys(text: string): string {
  return /[^\p{ASCII}]|'/u.test(text) ? `${text} ${foldedWords(text).join(' ')}` : text
}

function offersOf(variants: Variant[]): z.infer<typeof offersSchema> {
  const options = new Map<string, Set<string>>()
  for (const variant of variants)
    for (const [key, value] of Object.entries(variant.options))
      options.set(key, (options.get(key) ?? new Set()).add(token(value)))
  return {
    options: Object.fromEntries(Array.from(options, ([key, values]) => [key, [...values]])),
    price: [...new Set(variants.map(({ price }) => price))],
    inStock: [...new Set(variants.map(({ stock }) => token(stock > 0)))],
  }
}

/** Returns the paths of a category's ancestors and its own: 'a' and 'a/b' for 'a/b'. */
function ancestry(path: string): string[] {
  const slugs = path.split('/')
  return slugs.map((_, index) => slugs.slice(0, index + 1).join('/'))
}

/** Returns a value as a token: 's:red', 'n:16' or 'b:true'. */
export const token = (value: Scalar): string => `${(typeof value)[0]}:${value}`

/** Returns the value of a token. */
export function fromToken(text: string): Scalar {
  const value = text.slice(2)
  return text.startsWith('n:') ? Number(value) : text.startsWith('b:') ? value === 'true' : value
}
