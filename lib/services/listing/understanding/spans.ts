import { bareText, isExcluded, type QueryWord, textOf } from '@/lib/domain/listing/query-words'
import { isSizeText } from '@/lib/domain/listing/sizes'
import { isStopWord } from '@/lib/search/analysis/inflect'
import { foldedWords } from '@/lib/search/analysis/tokens'
import type { Vocabulary } from './vocabulary'

const MAX_NAME_WORDS = 5

/** Adjacent words and what they mean. */
export interface Span<T> {
  places: number[]
  means: T
}

/** Returns the longest known names, from left to right, among the words that are free. */
export function spansOf<T>(
  words: readonly QueryWord[],
  { keyOf }: Pick<Vocabulary, 'keyOf'>,
  { isFree, meaning }: { isFree: (place: number) => boolean; meaning: (key: string) => T | undefined },
): Span<T>[] {
  const spans: Span<T>[] = []
  const canUse = (place: number) => {
    const word = words[place]
    return word !== undefined && !word.isQuoted && !isExcluded(word) && isFree(place)
  }
  for (let from = 0; from < words.length; from++) {
    const places: number[] = []
    while (places.length < MAX_NAME_WORDS && canUse(from + places.length)) places.push(from + places.length)
    for (; places.length > 0; places.pop()) {
      const key = keyOf(textOf(places.map((place) => words[place]!)))
      // "For two" names people only at the end: toys "for 4 year olds" are not for four.
      const means = key && (!key.startsWith('for ') || places.at(-1) === words.length - 1) ? meaning(key) : undefined
      if (means === undefined) continue
      spans.push({ places: [...places], means })
      from += places.length - 1
      break
    }
  }
  return spans
}

/** Returns the free words to exclude that have a meaning. */
export function excludedSpans<T>(
  words: readonly QueryWord[],
  { keyOf }: Pick<Vocabulary, 'keyOf'>,
  { isFree, meaning }: { isFree: (place: number) => boolean; meaning: (key: string) => T | undefined },
): Span<T>[] {
  return words.flatMap((word, place) => {
    const means = isExcluded(word) && isFree(place) ? meaning(keyOf(bareText(word))) : undefined
    return means === undefined ? [] : [{ places: [place], means }]
  })
}

/** Returns whether the word says a size that fits a body. */
export const isSize = ({ text, isQuoted }: QueryWord): boolean => !isQuoted && isSizeText(text)

/**
 * Joins words that belong together: a size with its number ("size 42"), and the words of a name to exclude, as one word
 * ("-touch screen" becomes "-touchscreen").
 */
export function withJoinedWords(words: readonly QueryWord[], { negated, keyOf }: Vocabulary): QueryWord[] {
  const all: QueryWord[] = []
  for (let from = 0; from < words.length; from++) {
    const word = words[from]!
    const next = words[from + 1]
    if (/^sizes?$/i.test(word.text) && next && /^(?:\d{1,3}(?:[.,]\d)?|[smlx]{1,5}|[2-9]xl)$/i.test(next.text)) {
      all.push({ text: `${word.text} ${next.text}`, isQuoted: false })
      from++
      continue
    }
    const length = isExcluded(word) ? lengthOfName(words.slice(from, from + MAX_NAME_WORDS)) : 1
    all.push(length > 1 ? joinedName(words.slice(from, from + length)) : word)
    from += length - 1
  }
  return all

  function lengthOfName(run: readonly QueryWord[]): number {
    for (let length = run.length; length > 1; length--) {
      const name = run.slice(0, length)
      const isPlain = name.slice(1).every((word) => !word.isQuoted && !isExcluded(word))
      if (isPlain && negated.has(keyOf(name.map(bareText).join(' ')))) return length
    }
    return 1
  }
}

function joinedName(words: readonly QueryWord[]): QueryWord {
  const texts = words.map(bareText)
  return { text: `-${texts.join('')}`, isQuoted: false, typed: texts.join(' ') }
}

const CONNECTING = new Set(['for', 'with', 'to', 'from', 'in', 'of', 'by', 'für', 'pour', 'voor'])

/**
 * Returns the place after the words that name the thing: those before "for", "with" and the like, which only say what it
 * is for. In "backpack for laptop", that is 1.
 */
export function endOfThing(words: readonly QueryWord[]): number {
  const isSmall = ({ text }: QueryWord) => CONNECTING.has(text.toLowerCase()) || foldedWords(text).every(isStopWord)
  const start = words.findIndex((word) => !isSmall(word))
  const end = words.findIndex(({ text }, place) => place > start && CONNECTING.has(text.toLowerCase()))
  return start < 0 || end < 0 ? words.length : end
}
