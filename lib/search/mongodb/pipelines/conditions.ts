import type { Document } from 'mongodb'
import { ofVariant } from '@/lib/search/query/variants'
import type { Filter, Query } from '@/lib/search/search-query'
import { token } from '../mapping/document'

/** One filter in the words of MongoDB Search. Those of the listing itself (`own` is false) are never left aside. */
export interface Condition {
  key: string
  filter: Filter
  isShopperFilter: boolean
  ofVariant: boolean
  clause: Document
}

/** Everything that `filters` and `within` ask for, each as a clause. */
export function conditionsOf({ filters = {}, within = {} }: Pick<Query, 'filters' | 'within'>): Condition[] {
  const toConditions = (requested: Record<string, Filter>, isShopperFilter: boolean) =>
    Object.entries(requested).map(([key, filter]): Condition => {
      const variant = ofVariant(key)
      const clause = (variant ? variantClause : productClause)(key, filter) ?? nothing(variant)
      return { key, filter, isShopperFilter, ofVariant: variant, clause }
    })
  return [...toConditions(within, false), ...toConditions(filters, true)]
}

/** Where the tokens of a key lie that says something of the product; undefined where there is no such key. */
export function tokenPath(key: string): string | undefined {
  if (key === 'brand' || key === 'rating' || key === 'discount') return `facts.${key}`
  return key.startsWith('spec.') ? `specs.${key.slice('spec.'.length)}` : undefined
}

/** Where its numbers lie. */
export function numberPath(key: string): string | undefined {
  if (key === 'rating' || key === 'discount') return key
  return key.startsWith('spec.') ? `numbers.${key.slice('spec.'.length)}` : undefined
}

function productClause(key: string, filter: Filter): Document | undefined {
  if (Array.isArray(filter)) return anyOf(tokenPath(key), filter.map(token))
  return between(numberPath(key), filter)
}

function variantClause(key: string, filter: Filter): Document | undefined {
  if (key === 'price')
    return Array.isArray(filter)
      ? anyOf(
          'variants.price',
          filter.filter((price) => typeof price === 'number'),
        )
      : between('variants.price', filter)
  if (!Array.isArray(filter)) return undefined
  if (key === 'inStock')
    return anyOf(
      'variants.inStock',
      filter.filter((value) => typeof value === 'boolean'),
    )
  return anyOf(`variants.options.${key.slice('option.'.length)}`, filter.map(token))
}

function anyOf(path: string | undefined, value: unknown[]): Document | undefined {
  return path === undefined || value.length === 0 ? undefined : { in: { path, value } }
}

function between(path: string | undefined, { min, max }: { min?: number; max?: number }): Document | undefined {
  if (path === undefined) return undefined
  if (min === undefined && max === undefined) return { exists: { path } }
  return { range: { path, ...(min !== undefined && { gte: min }), ...(max !== undefined && { lte: max }) } }
}

/** What no product, or no variant, is. */
const nothing = (variant: boolean): Document => ({ equals: { path: variant ? 'variants.sku' : '_id', value: '' } })

/** The clauses that a query asks for beside its text and filters. */
export function scopeClauses({ category, ids, since }: Pick<Query, 'category' | 'ids' | 'since'>): Document[] {
  return [
    { equals: { path: 'kind', value: 'product' } },
    ...(category ? [{ equals: { path: 'within', value: category } }] : []),
    ...(ids ? [anyOf('_id', ids) ?? nothing(false)] : []),
    ...(since ? [{ range: { path: 'createdAt', gte: since } }] : []),
  ]
}

/** The clauses of these conditions, those of variants as one: they must be true of one and the same. */
export function clausesOf(conditions: Condition[]): Document[] {
  const ofVariants = conditions.filter((condition) => condition.ofVariant).map(({ clause }) => clause)
  const ofProduct = conditions.filter((condition) => !condition.ofVariant).map(({ clause }) => clause)
  return ofVariants.length > 0 ? [...ofProduct, oneVariant(ofVariants)] : ofProduct
}

export const oneVariant = (filter: Document[]): Document => ({
  embeddedDocument: { path: 'variants', operator: { compound: { filter } } },
})
