import { LIMITS } from '../search-query'
import { isStopWord } from './inflect'
import type { Thesaurus } from './synonyms'
import { codeOf, foldedWords } from './text'

/** What must be there of a text: one of the ways to say a part of it. */
export interface Part {
  /** All of them, folded. */
  words: string[]
  /** Whether they were in quotes: as they stand, side by side, in this order, within one field. */
  isPhrase: boolean
  /** Whether the last word is still being typed. */
  isPrefix: boolean
  /** Instead: the words written as one, such as a model number or a SKU; empty for none. */
  code: string
  /** Instead: any of these, each of one or more words side by side. */
  synonyms: string[][]
}

/**
 * A text as it is searched: of its first 200 characters the first 12 words. What is in quotes is a phrase; the rest is
 * taken apart at spaces, and what has synonyms (the longest first) is one part. Little words beside others don't count,
 * unless `whole`.
 */
export function partsOf(text: string, thesaurus: Thesaurus, keepStopWords = false): Part[] {
  const cut = text.slice(0, LIMITS.characters).replace(/[“”„‟«»]/g, '"')
  const segments = cut.split('"')
  const parts: Part[] = []
  let remaining = LIMITS.words
  let isTruncated = false
  const take = (chunk: string) => {
    const all = foldedWords(chunk)
    const taken = all.slice(0, remaining)
    remaining -= taken.length
    isTruncated ||= taken.length < all.length
    return { words: taken, code: taken.length < all.length ? '' : codeOf(chunk) }
  }
  segments.forEach((segment, index) => {
    const closed = index % 2 === 1 && index < segments.length - 1
    if (closed) {
      const { words, code } = take(segment)
      if (words.length > 0)
        parts.push({ words, isPhrase: true, isPrefix: false, code: /\s/.test(segment) ? '' : code, synonyms: [] })
      return
    }
    const chunks = (segment.match(/\S+/g) ?? []).map(take).filter(({ words }) => words.length > 0)
    for (let from = 0; from < chunks.length; ) {
      const part = longestPart(chunks, from, thesaurus)
      parts.push(part.part)
      from = part.next
    }
  })
  const last = parts.at(-1)
  if (last && !last.isPhrase) last.isPrefix = !isTruncated && /[\p{L}\p{M}\p{N}]$/u.test(cut)
  const significant = parts.filter(
    ({ words, isPhrase, synonyms }) => isPhrase || synonyms.length > 0 || !words.every(isStopWord),
  )
  return keepStopWords || significant.length === 0 ? parts : significant
}

function longestPart(chunks: { words: string[]; code: string }[], from: number, thesaurus: Thesaurus) {
  for (let next = Math.min(chunks.length, from + thesaurus.maxWords); next > from; next--) {
    const words = chunks.slice(from, next).flatMap(({ words }) => words)
    const synonyms = thesaurus.of(words)
    if (synonyms.length === 0) continue
    const code = next === from + 1 ? chunks[from]!.code : ''
    return { part: { words: words, isPhrase: false, isPrefix: false, code, synonyms }, next }
  }
  const { words, code } = chunks[from]!
  return { part: { words, isPhrase: false, isPrefix: false, code, synonyms: [] }, next: from + 1 }
}
