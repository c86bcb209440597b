import type { Product } from '../indexed-product'
import { aliasesOf, joinedTerms, terms } from './tokens'

/** Scores by field, most significant first; a posting has room for eight fields. */
export const WEIGHTS = [8, 6, 4, 2, 1]
export const DESCRIPTION = 4
/** Of a description, the first words count that no other field has. */
const MAX_DESCRIPTION_WORDS = 60

/** Returns the searchable texts of a product, in the order of `WEIGHTS`. */
export function fieldsOf(product: Product, descriptions = false): string[] {
  const specs = Object.values(product.specs).filter((value) => typeof value === 'string' || Array.isArray(value))
  const options = product.variants.flatMap(({ options }) => Object.values(options))
  return [
    product.name,
    product.brand,
    product.category,
    [...specs.flat(), ...options].join(' '),
    ...(descriptions ? [product.description ?? ''] : []),
  ]
}

/** Fields in which words with signs are models: not in paths and descriptions. */
const HAS_MODELS = [true, true, false, true, false]

/** Returns the terms of a product, each with the most significant field that has it. */
export function fieldOfTerm(fields: string[]): Map<string, number> {
  const found = new Map<string, number>()
  const add = (term: string, field: number): boolean => {
    const isNew = !found.has(term)
    if (isNew) found.set(term, field)
    return isNew
  }
  fields.forEach((text, field) => {
    let left = field === DESCRIPTION ? MAX_DESCRIPTION_WORDS : Number.POSITIVE_INFINITY
    const words = terms(text)
    for (const term of HAS_MODELS[field] ? words.concat(joinedTerms(text)) : words) {
      if (left === 0) break
      if (!add(term, field)) continue
      left--
      if (term.includes('\0')) for (const alias of aliasesOf(term)) add(alias, field)
    }
  })
  return found
}

/** Scores by how well a word matches: itself or an inflection, a synonym, a prefix, with one or two edits. */
export const QUALITY = { exact: 4, synonym: 3, prefix: 3, typo1: 2, typo2: 1 }
/** Score of a complete SKU, per word of it and once more: above any match of words. */
export const CODE_SCORE = WEIGHTS[0]! * QUALITY.exact

/** Returns how many typos are forgiven. None in numbers and models: one digit off is another thing. */
export const editsAllowed = (word: string) => (word.length < 4 || /\d/.test(word) ? 0 : word.length < 8 ? 1 : 2)

/** Returns 32 bits (FNV-1a) that change when a product's searchable text does. */
export function hashOf(fields: string[]): number {
  let hash = 0x811c9dc5
  for (const text of fields)
    for (let i = 0; i <= text.length; i++) hash = Math.imul(hash ^ (text.charCodeAt(i) | 0), 0x01000193)
  return hash >>> 0
}
