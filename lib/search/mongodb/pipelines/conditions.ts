import type { Document } from 'mongodb'
import { ofVariant } from '@/lib/search/query/variants'
import type { Filter, Query } from '@/lib/search/search-query'
import { token } from '../mapping/document'

/**
 * One filter as a MongoDB Search clause. A facet's counts ignore the shopper's filter on that facet, but never the
 * fixed filters of the listing.
 */
export interface Condition {
  key: string
  filter: Filter
  isShopperFilter: boolean
  ofVariant: boolean
  clause: Document
}

/** Returns the query's `filters` and `within` as conditions. */
export function conditionsOf({ filters = {}, within = {} }: Pick<Query, 'filters' | 'within'>): Condition[] {
  const toConditions = (requested: Record<string, Filter>, isShopperFilter: boolean) =>
    Object.entries(requested).map(([key, filter]): Condition => {
      const variant = ofVariant(key)
      const clause = (variant ? variantClause : productClause)(key, filter) ?? nothing(variant)
      return { key, filter, isShopperFilter, ofVariant: variant, clause }
    })
  return [...toConditions(within, false), ...toConditions(filters, true)]
}

/** Returns the path of the field with the tokens of a product filter key; undefined for an unknown key. */
export function tokenPath(key: string): string | undefined {
  if (key === 'brand' || key === 'rating' || key === 'discount') return `facts.${key}`
  return key.startsWith('spec.') ? `specs.${key.slice('spec.'.length)}` : undefined
}

/** Returns the path of the field with the numbers of a product filter key; undefined if there is none. */
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

/** Returns a clause that matches no variant or, if `variant` is false, no product. */
const nothing = (variant: boolean): Document => ({ equals: { path: variant ? 'variants.sku' : '_id', value: '' } })

/** Returns the clauses of a query for everything but its text and filters. */
export function scopeClauses({ category, ids, since }: Pick<Query, 'category' | 'ids' | 'since'>): Document[] {
  return [
    { equals: { path: 'kind', value: 'product' } },
    ...(category ? [{ equals: { path: 'within', value: category } }] : []),
    ...(ids ? [anyOf('_id', ids) ?? nothing(false)] : []),
    ...(since ? [{ range: { path: 'createdAt', gte: since } }] : []),
  ]
}

/**
 * Returns the clauses for these conditions. Variant conditions become a single clause, because one variant must meet
 * them all.
 */
export function clausesOf(conditions: Condition[]): Document[] {
  const ofVariants = variantClauses(conditions)
  const ofProduct = conditions.filter((condition) => !condition.ofVariant).map(({ clause }) => clause)
  return ofVariants.length > 0 ? [...ofProduct, oneVariant(ofVariants)] : ofProduct
}

/** Returns the clauses of the variant conditions, which all apply to one variant. */
export const variantClauses = (conditions: Condition[]): Document[] =>
  conditions.filter(({ ofVariant }) => ofVariant).map(({ clause }) => clause)

export const oneVariant = (filter: Document[]): Document => ({
  embeddedDocument: { path: 'variants', operator: { compound: { filter } } },
})
