import type { Product } from './product'
import { LIMITS } from './query'

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
}

/** Lower case, without accents. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (!/\P{ASCII}/u.test(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþħŧŋıĸ]/g, (letter) => PLAIN[letter]!)
}

/** English plurals only, after Harman's S-stemmer with its -ses/-xes/-ches fault mended. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$|\d/.test(word)) return word
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  return /(?:ss|x|ch|sh|zz)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
}

/** The words of a text as they are indexed and searched; of a monstrous one, the first 64 letters. */
export const words = (text: string): string[] =>
  (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => singular(word).slice(0, 64))

/** What a shopper typed, cut to the limits. `open`: the last word may not be complete yet. */
export function typedWords(text: string): { typed: string[]; open: boolean } {
  const cut = text.slice(0, LIMITS.characters)
  const all = words(cut)
  const open = all.length <= LIMITS.words && /[\p{L}\p{N}]$/u.test(cut)
  return { typed: all.slice(0, LIMITS.words), open }
}

/** The fields of a product, most telling first, and what a match in each is worth. */
export const WEIGHTS = [8, 6, 4, 2]
export function fieldsOf(product: Product): string[] {
  const models = product.name.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) ?? []
  const specs = Object.values(product.specs).filter((value) => typeof value === 'string' || Array.isArray(value))
  const options = product.variants.flatMap(({ options }) => Object.values(options))
  return [
    [product.name, ...models.map((model) => model.replaceAll('-', ''))].join(' '),
    product.brand,
    product.category,
    [...specs.flat(), ...options].join(' '),
  ]
}

/** The words of a product, each with the most telling field that it is in. */
export function fieldOfWord(fields: string[]): Map<string, number> {
  const found = new Map<string, number>()
  fields.forEach((text, field) => {
    for (const word of words(text)) if (!found.has(word)) found.set(word, field)
  })
  return found
}

/** How well a word matches: the same, its beginning, one or two letters wrong. */
export const QUALITY = { exact: 4, prefix: 3, typo1: 2, typo2: 1 }
export const editsAllowed = (word: string) => (word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0)

/** 32 bits (FNV-1a) that tell whether a product's searchable text changed. */
export function hashOf(fields: string[]): number {
  let hash = 0x811c9dc5
  for (const text of fields)
    for (let i = 0; i <= text.length; i++) hash = Math.imul(hash ^ (text.charCodeAt(i) | 0), 0x01000193)
  return hash >>> 0
}
