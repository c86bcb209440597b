import type { Product } from '../indexed-product'

// Letters that Unicode does not take apart into a plain one and an accent.
const PLAIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ĸ: 'k',
  ƒ: 'f',
  ɨ: 'i',
  ə: 'e',
}
const NOT_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g')

const isAscii = (text: string) => !/\P{ASCII}/u.test(text)

/** Lower case, without accents. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (isAscii(lower)) return lower
  return lower
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(NOT_PLAIN, (letter) => PLAIN[letter]!)
}

const MAX_WORD_LENGTH = 64 // of a monstrous word the first so many count

/**
 * The words of a text as they are indexed, in order: each is folded and, where it is spelled otherwise, has its spelling
 * in lower case after a NUL: 'cafe\0café'. The s of "men's" belongs to the word. Between them, where `joined`, words with
 * hyphens as one: 'xr4520\0xr-4520'.
 */
export function terms(text: string, joined = false): string[] {
  const lower = withoutApostrophes(text.toLowerCase())
  const found: string[] = []
  if (isAscii(lower)) {
    for (const word of lower.match(/[a-z0-9]+/g) ?? []) found.push(word.slice(0, MAX_WORD_LENGTH))
  } else {
    for (const spelled of lower.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
      const pieces = isAscii(spelled) ? [spelled] : (fold(spelled).match(/[\p{L}\p{N}]+/gu) ?? [])
      if (pieces.length === 1) found.push(termOf(pieces[0]!, spelled))
      else for (const piece of pieces) found.push(piece.slice(0, MAX_WORD_LENGTH))
    }
  }
  if (joined && lower.includes('-'))
    for (const run of runsWithHyphens(lower.normalize('NFC'))) {
      const word = (fold(run).match(/[\p{L}\p{N}]+/gu) ?? []).join('')
      if (word !== '') found.push(termOf(word, run))
    }
  return found
}

/** Words that hyphens join: one pass, however long the text is. */
const runsWithHyphens = (lower: string): string[] =>
  (lower.match(/[\p{L}\p{M}\p{N}-]+/gu) ?? [])
    .flatMap((run) => run.split(/-{2,}/))
    .map((run) => run.replace(/^-|-$/g, ''))
    .filter((run) => run.includes('-'))

function termOf(word: string, spelled: string): string {
  return word === spelled || word.length > MAX_WORD_LENGTH || spelled.length > MAX_WORD_LENGTH
    ? word.slice(0, MAX_WORD_LENGTH)
    : `${word}\0${spelled}`
}

const withoutApostrophes = (lower: string) =>
  lower.includes("'") || lower.includes('’') ? lower.replace(/(?<=\p{L})['’](?=s(?![\p{L}\p{N}]))/gu, '') : lower

/** The words with hyphens of a text, each as one. */
export const modelsIn = (text: string): string[] =>
  terms(text, true)
    .filter((term) => term.includes('-'))
    .map(wordOf)

/** The folded word of a term. */
export function wordOf(term: string): string {
  const end = term.indexOf('\0')
  return end < 0 ? term : term.slice(0, end)
}

/** The term as products spell it. */
export const spellingOf = (term: string) => term.slice(term.indexOf('\0') + 1)

/** The folded words of a text, in order. */
export const foldedWords = (text: string): string[] => terms(text).map(wordOf)

/** A SKU or a model number as it is looked up: its letters and digits; empty where it has others than the plain ones. */
export function codeOf(text: string): string {
  const code = foldedWords(text).join('')
  return /^[a-z0-9]*$/.test(code) ? code : ''
}

/** The fields of a product, most telling first, and what a match in each is worth; there are at most eight. */
export const WEIGHTS = [8, 6, 4, 2, 1]
export const DESCRIPTION = 4
const MAX_DESCRIPTION_WORDS = 60 // words that only the description has

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

/** The terms of a product, each with the most telling field that it is in. */
export function fieldOfTerm(fields: string[]): Map<string, number> {
  const found = new Map<string, number>()
  fields.forEach((text, field) => {
    const maxTerms = field === DESCRIPTION ? found.size + MAX_DESCRIPTION_WORDS : Infinity
    for (const term of terms(text, field === 0 || field === 1 || field === 3)) {
      if (found.size >= maxTerms) break
      if (!found.has(term)) found.set(term, field)
    }
  })
  return found
}

/** How well a word matches: it or an inflection of it, a synonym, its beginning, one or two letters wrong. */
export const QUALITY = { exact: 4, synonym: 3, prefix: 3, typo1: 2, typo2: 1 }
/** What a whole SKU is worth for each of its words, and another time: more than any match of words. */
export const CODE_SCORE = WEIGHTS[0]! * QUALITY.exact

/** Numbers and models are not forgiven: one digit off is another thing. */
export const editsAllowed = (word: string) => (word.length < 4 || /\d/.test(word) ? 0 : word.length < 8 ? 1 : 2)

/** 32 bits (FNV-1a) that tell whether a product's searchable text changed. */
export function hashOf(fields: string[]): number {
  let hash = 0x811c9dc5
  for (const text of fields)
    for (let i = 0; i <= text.length; i++) hash = Math.imul(hash ^ (text.charCodeAt(i) | 0), 0x01000193)
  return hash >>> 0
}
