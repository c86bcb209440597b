import { LIMITS } from '../search-query'
import { isStopWord } from './inflect'
import type { Thesaurus } from './synonyms'
import { apostropheParts, codeOf, foldedWords } from './tokens'

/** One part of a query, and the alternatives that satisfy it. */
export interface Part {
  /** Folded words, all of which must match. */
  words: string[]
  /** Whether the words were quoted: they must be adjacent, in this order, in one field. */
  isPhrase: boolean
  /** Whether the last word is still being typed. */
  isPrefix: boolean
  /** Alternative: the words joined into one, as in a model number or SKU; empty for none. */
  code: string
  /** Alternatives: synonyms, each of one or more adjacent words. */
  synonyms: string[][]
  /** Alternative if no product has the words: the parts of a word split at its apostrophes. */
  split: string[]
  /** Whether words match only whole, without typos. */
  isExact: boolean
  /** Whether products with these words are excluded ("-red"). */
  isExcluded: boolean
}

export interface PartsOptions {
  /** Keeps stop words, which are otherwise dropped unless the text has no other words. */
  keepStopWords?: boolean
  /** Whether the text is complete, so that nothing is a prefix and no typo is forgiven. */
  isExact?: boolean
  /** Returns whether a product has a SKU with these letters and digits. */
  isSku?: (code: string) => boolean
  /** Returns whether a product has this folded word. */
  isWord?: (word: string) => boolean
}

interface Chunk {
  words: string[]
  code: string
  split: string[]
  isExcluded: boolean
}

/** Maximum number of space-separated chunks in a typed SKU. */
const MAX_SKU_CHUNKS = 4

/**
 * Splits a text into its parts: quoted phrases, words with synonyms (longest first), SKUs typed with spaces, and single
 * words. Only the first 200 characters and 12 words count.
 */
export function partsOf(text: string, thesaurus: Thesaurus, options: PartsOptions = {}): Part[] {
  const cut = text.slice(0, LIMITS.characters).replace(/[“”„‟«»]/g, '"')
  const { isExact = false } = options
  const isTyping = !isExact && /[\p{L}\p{M}\p{N}]$/u.test(cut)
  const segments = cut.split('"')
  const parts: Part[] = []
  let remaining = LIMITS.words
  let isTruncated = false
  const take = (chunk: string): Chunk => {
    const all = foldedWords(chunk)
    const words = all.slice(0, remaining)
    remaining -= words.length
    const isCut = words.length < all.length
    isTruncated ||= isCut
    const isExcluded = isToExclude(chunk)
    const hasCode = !isCut && !isExcluded
    return { words, code: hasCode ? codeOf(chunk) : '', split: isCut ? [] : apostropheParts(chunk), isExcluded }
  }
  segments.forEach((segment, index) => {
    const isQuoted = index % 2 === 1 && index < segments.length - 1
    if (isQuoted) {
      const { words, code } = take(segment)
      if (words.length > 0) parts.push({ ...NO_PART, words, isPhrase: true, code: /\s/.test(segment) ? '' : code })
      return
    }
    const chunks = (segment.match(/\S+/g) ?? []).map(take).filter(({ words }) => words.length > 0)
    for (let from = 0; from < chunks.length; ) {
      const { part, next } =
        longestSynonym(chunks, from, thesaurus) ??
        longestSku(chunks, from, options.isSku) ??
        compound(chunks, from, options.isWord) ??
        single(chunks, from)
      parts.push(part)
      from = next
    }
  })
  const last = parts.at(-1)
  if (last && !last.isPhrase && !last.isExcluded) last.isPrefix = !isTruncated && isTyping
  for (const part of parts) part.isExact = isExact || part.isExcluded
  const significant = parts.filter(
    ({ words, isPhrase, synonyms }) => isPhrase || synonyms.length > 0 || !words.every(isStopWord),
  )
  return options.keepStopWords || significant.length === 0 ? parts : significant
}

const NO_PART = {
  isPhrase: false,
  isPrefix: false,
  code: '',
  synonyms: [],
  split: [],
  isExact: false,
  isExcluded: false,
}

/** Returns whether a typed word is to be excluded: a hyphen before a letter. */
export const isToExclude = (chunk: string): boolean => /^-\p{L}/u.test(chunk)

type Taken = { part: Part; next: number }

function longestSynonym(chunks: Chunk[], from: number, thesaurus: Thesaurus): Taken | undefined {
  for (let next = Math.min(chunks.length, from + thesaurus.maxWords); next > from; next--) {
    const run = chunks.slice(from, next)
    const isExcluded = run.some((chunk) => chunk.isExcluded)
    if (isExcluded && run.length > 1) continue
    const words = run.flatMap((chunk) => chunk.words)
    const synonyms = thesaurus.of(words)
    if (synonyms.length === 0) continue
    const { code, split } = next === from + 1 ? chunks[from]! : { code: '', split: [] }
    return { part: { ...NO_PART, words, code, synonyms, split, isExcluded }, next }
  }
  return undefined
}

function longestSku(chunks: Chunk[], from: number, isSku: PartsOptions['isSku']): Taken | undefined {
  for (let next = Math.min(chunks.length, from + MAX_SKU_CHUNKS); next > from + 1; next--) {
    const run = chunks.slice(from, next)
    const code = run.some((chunk) => chunk.code === '') ? '' : run.map((chunk) => chunk.code).join('')
    if (!/\d/.test(code) || !isSku?.(code)) continue
    return { part: { ...NO_PART, words: run.flatMap(({ words }) => words), code }, next }
  }
  return undefined
}

const MIN_COMPOUND_LENGTH = 5

/** Two words that products have as one: "sun glasses". */
function compound(chunks: Chunk[], from: number, isWord: PartsOptions['isWord']): Taken | undefined {
  const [first, second] = chunks.slice(from, from + 2)
  if (!first || !second || first.isExcluded || second.isExcluded) return undefined
  const code = first.code + second.code
  if (first.code === '' || second.code === '' || /\d/.test(code) || code.length < MIN_COMPOUND_LENGTH) return undefined
  if (!isWord?.(code)) return undefined
  return { part: { ...NO_PART, words: [...first.words, ...second.words], code }, next: from + 2 }
}

function single(chunks: Chunk[], from: number): Taken {
  return { part: { ...NO_PART, ...chunks[from]! }, next: from + 1 }
}
