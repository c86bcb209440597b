import { wordsOf } from '@/lib/domain/catalog/specs'
import type { Product } from '../indexed-product'
import { aliasesOf, joinedTerms, terms } from './tokens'

/**
 * Score of each field, most significant field first. A posting has room for eight fields. A synonym of what a thing is
 * (10 × 3) beats the word in a name (7 × 4): cookies are biscuits, a bear called Biscuit is not.
 */
export const WEIGHTS = [10, 7, 6, 4, 2, 1]
export const DETAILS = 4
export const DESCRIPTION = 5
/** Number of description words indexed: the first ones that no other field contains. */
const MAX_DESCRIPTION_WORDS = 60

/**
 * Returns the searchable texts of a product, in the order of `WEIGHTS`: the head of its name, the name, brand, category
 * and features, other specs and options, and the description only with `descriptions`.
 */
export function fieldsOf(product: Product, descriptions = false): string[] {
  const specs = Object.values(product.specs).filter((value) => typeof value === 'string' || Array.isArray(value))
  const options = product.variants.flatMap(({ options }) => Object.values(options))
  const features = Object.entries(product.specs).flatMap(([key, value]) => (value === true ? featureWords(key) : []))
  return [
    headOf(product.name),
    product.name,
    product.brand,
    [product.category, ...features].join(' '),
    [...specs.flat(), ...options].join(' '),
    ...(descriptions ? [product.description ?? ''] : []),
  ]
}

/** Returns the last word of a name, which says what the thing is: an "apple pie" is a pie. Numbers do not count. */
export const headOf = (name: string) => name.match(/[^\s,(]*\p{L}[^\s,(]*(?=[^\p{L}]*$)/u)?.[0] ?? ''

/**
 * Returns the words by which a yes/no spec that says yes is found. Being free of something is one word ('perfumefree'),
 * so that it is not found by what is missing.
 */
function featureWords(key: string): string {
  const words = wordsOf(key).toLowerCase().split(' ')
  return words.at(-1) === 'free' && words.length > 1 ? `${words[0]}free ${words.join('')}` : words.join(' ')
}

/** Whether each field can contain model numbers (words joined by signs): paths and descriptions cannot. */
const HAS_MODELS = [false, true, true, false, true, false]

/** Returns the terms of a product, each with the most significant field that contains it. */
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

/** Score by kind of match: the word itself or an inflection, a synonym, a prefix, one typo, two typos. */
export const QUALITY = { exact: 4, synonym: 3, prefix: 3, typo1: 2, typo2: 1 }
/** Score of a complete SKU, multiplied by its number of words plus one, so that it beats every word match. */
export const CODE_SCORE = WEIGHTS[0]! * QUALITY.exact

/**
 * Returns the number of typos forgiven, depending on length; none in words with digits: one digit off is another
 * product.
 */
export const editsAllowed = (word: string) => (word.length < 4 || /\d/.test(word) ? 0 : word.length < 8 ? 1 : 2)

/** Returns a 32-bit hash (FNV-1a) that changes when a product's searchable text does. */
export function hashOf(fields: string[]): number {
  let hash = 0x811c9dc5
  for (const text of fields)
    for (let i = 0; i <= text.length; i++) hash = Math.imul(hash ^ (text.charCodeAt(i) | 0), 0x01000193)
  return hash >>> 0
}
