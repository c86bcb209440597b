import { resolve } from 'mingo/util'
import type { IndexSpec } from '../commands/schemas'
import { createMatcher } from '../query/query'
import { type Document, isDocument, keyOf } from './document'
import { boundOf, SortedMoments } from './moments'

/** A condition on one field of a document. */
export type Condition = [path: string, condition: unknown]

/**
 * An index, which maps the values of its first field to document ids. A unique index also maps the combined values of
 * all its fields to the one document that has them.
 */
export class Index {
  readonly #fields: string[]
  readonly #covers: (document: Document) => boolean
  readonly #ids = new Map<string, Set<string>>()
  readonly #moments = new SortedMoments()
  readonly #owners = new Map<string, string>()

  constructor(readonly spec: IndexSpec) {
    this.#fields = Object.keys(spec.key)
    this.#covers = createMatcher(spec.partialFilterExpression ?? {})
  }

  /** Returns the keys for each indexed field: one for a value, one per item for an array. */
  #keys(document: Document): string[][] {
    if (!this.#covers(document)) return []
    const values = this.#fields.map((field) => resolve(document, field))
    if (this.spec.sparse && values.every((value) => value === undefined)) return []
    return values.map((value) => (Array.isArray(value) ? keysOf(value.flat(Number.POSITIVE_INFINITY)) : [keyOf(value)]))
  }

  #uniqueKeys(keys: string[][]): string[] {
    if (!this.spec.unique || keys.length === 0) return []
    return keys.reduce((combined, next) => combined.flatMap((left) => next.map((right) => `${left}\0${right}`)))
  }

  /** Returns the id of another document that has the same unique key, or undefined. */
  findConflict(document: Document, id: string): string | undefined {
    return this.#uniqueKeys(this.#keys(document))
      .map((key) => this.#owners.get(key))
      .find((owner) => owner !== undefined && owner !== id)
  }

  add(document: Document, id: string): void {
    const keys = this.#keys(document)
    for (const key of this.#uniqueKeys(keys)) this.#owners.set(key, id)
    for (const key of keys[0] ?? []) {
      const ids = this.#ids.get(key)
      if (ids) ids.add(id)
      else {
        this.#ids.set(key, new Set([id]))
        this.#moments.add(key)
      }
    }
  }

  remove(document: Document, id: string): void {
    const keys = this.#keys(document)
    for (const key of this.#uniqueKeys(keys)) this.#owners.delete(key)
    for (const key of keys[0] ?? []) {
      const ids = this.#ids.get(key)
      if (!ids?.delete(id) || ids.size > 0) continue
      this.#ids.delete(key)
      this.#moments.delete(key)
    }
  }

  /**
   * Returns sets of ids that together contain every document that could meet the conditions. Undefined if this index
   * does not help.
   */
  select(conditions: Condition[]): Set<string>[] | undefined {
    if (this.spec.partialFilterExpression) return undefined
    const [field] = this.#fields
    const bound = boundOf(conditions, field)
    const keys = lookupKeys(conditions, field) ?? (bound && this.#moments.within(bound))
    return keys?.flatMap((key) => this.#ids.get(key) ?? [])
  }
}

/** Splits a filter into conditions on single fields. */
export function conditionsOf(filter: Document): Condition[] {
  return Object.entries(filter).flatMap(([path, condition]): Condition[] => {
    if (path === '$and' && Array.isArray(condition)) return condition.filter(isDocument).flatMap(conditionsOf)
    return path.startsWith('$') ? [] : [[path, condition]]
  })
}

/** Returns the keys of the values to which the conditions limit a field. Undefined if no condition lists values. */
export function lookupKeys(conditions: Condition[], field: string | undefined): string[] | undefined {
  for (const [path, condition] of conditions) {
    if (path !== field) continue
    if (isIndexable(condition)) return [keyOf(condition)]
    if (!isDocument(condition)) continue
    const { $eq, $in } = condition
    if (isIndexable($eq)) return [keyOf($eq)]
    if (Array.isArray($in) && $in.every(isIndexable)) return keysOf($in)
  }
  return undefined
}

const keysOf = (values: unknown[]): string[] => [...new Set(values.map(keyOf))]

/**
 * Returns whether this value can be looked up in an index. Null (which also matches missing fields), arrays (which also
 * match items), documents and patterns cannot.
 */
function isIndexable(value: unknown): boolean {
  if (typeof value !== 'object') return value !== undefined
  return value instanceof Date || (value !== null && '_bsontype' in value)
}
