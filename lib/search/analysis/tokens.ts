import { foldNormalized, foldPlainNormalized, isAscii, normalized } from './fold'

/** Maximum length of a word; longer ones are cut. */
export const MAX_WORD_LENGTH = 64

const WORD = /[\p{L}\p{M}\p{N}]+/gu
/** A word; apostrophes inside it do not split it, as in "o'neill". */
const WORD_WITH_APOSTROPHES = /[\p{L}\p{M}\p{N}]+(?:(?<=[\p{L}\p{M}])'(?=\p{L})[\p{L}\p{M}\p{N}]+)*/gu
const PLAIN_WORD = /^[a-z0-9]+$/
/** Scripts that are written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/**
 * Returns the words of a text in order, in the form in which the index sorts them: folded and, if the spelling differs,
 * followed by a NUL and the lower-case spelling: 'cafe\0café'. The s of "men's" belongs to the word.
 */
export function terms(text: string): string[] {
  const lower = normalized(text)
  if (isAscii(lower) && !lower.includes("'")) {
    const words = lower.match(/[a-z0-9]+/g) ?? []
    return words.some((word) => word.length > MAX_WORD_LENGTH)
      ? words.map((word) => word.slice(0, MAX_WORD_LENGTH))
      : words
  }
  return runsIn(lower).map((run) => {
    if (run.length <= MAX_WORD_LENGTH && PLAIN_WORD.test(run)) return run
    return termOf(keyOf(run), run.endsWith("'s") ? run.replaceAll("'", '') : run)
  })
}

/** Splits a text into words; scripts without spaces are split by dictionary. */
function runsIn(lower: string): string[] {
  const runs: string[] = lower.match(lower.includes("'") ? WORD_WITH_APOSTROPHES : WORD) ?? []
  if (!UNSPACED.test(lower)) return runs
  return runs.flatMap((run) => {
    if (!UNSPACED.test(run)) return run
    return Array.from(segmenter.segment(run)).flatMap(({ segment, isWordLike }) => (isWordLike ? segment : []))
  })
}

/** Returns the key of a normalized word: its folded letters and digits. */
const keyOf = (run: string) => (isAscii(run) ? run.replace(/[^a-z0-9]+/g, '') : lettersOf(foldNormalized(run)))
const lettersOf = (folded: string) => folded.replace(/[^\p{L}\p{M}\p{N}]+/gu, '')

function termOf(word: string, spelling: string): string {
  const isLong = word.length > MAX_WORD_LENGTH || spelling.length > MAX_WORD_LENGTH
  return word === spelling || isLong ? word.slice(0, MAX_WORD_LENGTH) : `${word}\0${spelling}`
}

/**
 * Returns further terms under which a term is found: umlauts typed as plain letters ('mobel\0möbel\0moebel', whose last
 * part is the original word) and the parts of a word with apostrophes.
 */
export function aliasesOf(term: string): string[] {
  const [word, spelling] = term.split('\0')
  if (spelling === undefined) return []
  const parts = partsBetweenApostrophes(spelling)
  return [
    ...plainAlias(word!, spelling),
    ...parts.flatMap((part) => [termOf(keyOf(part), part), ...plainAlias(keyOf(part), part)]),
  ]
}

function plainAlias(word: string, spelling: string): string[] {
  if (isAscii(spelling)) return []
  const plain = lettersOf(foldPlainNormalized(spelling))
  return plain === word ? [] : [`${plain}\0${spelling}\0${word}`]
}

const partsBetweenApostrophes = (run: string) => (run.includes("'") ? run.split("'") : [])

/** Returns the folded parts of a typed word with an apostrophe inside ("o'neill"); none for other texts. */
export function apostropheParts(typed: string): string[] {
  const lower = normalized(typed)
  if (!lower.includes("'")) return []
  return runsIn(lower).flatMap((run) => (run.endsWith("'s") ? [] : partsBetweenApostrophes(run).map(keyOf)))
}

/** Letters and digits joined by signs, as in a model number. */
const CODE = /[\p{L}\p{M}\p{N}]+(?:[-./_+]+[\p{L}\p{M}\p{N}]+)+/gu
/** Minimum length of a model number, because dots and slashes also separate numbers and alternatives. */
const MIN_CODE_LENGTH = 5

/** Returns each word joined by signs as one term: 'xr4520\0xr-4520'. */
export function joinedTerms(text: string): string[] {
  const lower = normalized(text)
  if (!/[-./_+]/.test(lower)) return []
  return (lower.match(CODE) ?? []).flatMap((run) => {
    const key = keyOf(run)
    const isModel = /\d/.test(key) && key.length >= MIN_CODE_LENGTH
    const joined = isModel ? [run] : run.split(/[./_+]|-{2,}/).filter((part) => part.includes('-'))
    return joined.map((part) => termOf(keyOf(part), part))
  })
}

/** Returns the folded words of a text that are joined by signs. */
export const modelsIn = (text: string): string[] => joinedTerms(text).map(wordOf)

/** Returns the part of a term under which it is looked up. */
export function wordOf(term: string): string {
  const end = term.indexOf('\0')
  return end < 0 ? term : term.slice(0, end)
}

/** Returns a term as spelled by products. */
export function spellingOf(term: string): string {
  const [word, spelling] = term.split('\0')
  return spelling ?? word!
}

/** Returns the word whose inflections a term shares: its own, or the original word if it is an alias. */
export function targetOf(term: string): string {
  const first = term.indexOf('\0')
  if (first < 0) return term
  const second = term.indexOf('\0', first + 1)
  return second < 0 ? term.slice(0, first) : term.slice(second + 1)
}

/** Returns the folded words of a text, in order. */
export const foldedWords = (text: string): string[] => terms(text).map(wordOf)

/** Returns the letters and digits of a SKU or model number; empty if any of them is not in a–z or 0–9. */
export function codeOf(text: string): string {
  const code = foldedWords(text).join('')
  return /^[a-z0-9]*$/.test(code) ? code : ''
}
