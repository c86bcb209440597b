import { calculateObjectSize, serialize } from 'bson'

/** A BSON document as deserialized by the `bson` package. */
export type Document = Record<string, unknown>

export function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

/**
 * Returns the same string for all values that MongoDB treats as equal, such as 1 as Int32 and as Double, missing and
 * null, or -0 and 0.
 */
export function keyOf(value: unknown): string {
  if (value === undefined || value === null) return 'null'
  if (typeof value === 'string') return `s${value}`
  if (typeof value === 'number') return `n${value || 0}`
  if (typeof value === 'boolean') return `b${value}`
  if (value instanceof Date) return `d${value.getTime()}`
  const type = typeof value === 'object' && '_bsontype' in value ? value._bsontype : undefined
  if (type === 'ObjectId') return `o${value}`
  if (type === 'Long') return `n${value}`
  return `x${Buffer.from(serialize({ value })).toString('latin1')}`
}

const sizes = new WeakMap<Document, number>()

/**
 * Returns the size of an immutable document as BSON, in bytes. Cached, because measuring costs as much as serializing.
 */
export function sizeOf(document: Document): number {
  const size = sizes.get(document) ?? calculateObjectSize(document)
  sizes.set(document, size)
  return size
}
