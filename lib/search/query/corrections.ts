import { isStopWord } from '../analysis/inflect'
import { isToExclude } from '../analysis/query-parts'
import type { Thesaurus } from '../analysis/synonyms'
import { exactRange } from '../analysis/terms'
import { foldedWords, spellingOf } from '../analysis/tokens'
import type { Table } from '../index/table'
import { type Corrections, LIMITS } from '../search-query'
import { listsOf, similarRangesOf } from './matching'

const MAX_CORRECTIONS = 3
const MAX_TRIED = 24 // corrected texts to search for
const MAX_CORRECTED_WORDS = 6 // words that may be respelled
const MAX_SPELLINGS = 3 // spellings per word
const MAX_CANDIDATES = 64 // texts considered per position

/** In shorter words, two changed letters make another word. */
const MIN_LENGTH_OF_TWO_EDITS = 6

/** Cost of each change; the cheapest texts are tried first. */
const COST = { letter: 2, space: 2, dropped: 5 }

/** A replacement for one or two words, and its cost. */
interface Reading {
  text: string
  takes: 1 | 2
  cost: number
}

/**
 * Returns the nearest texts with results, at most three, and their product counts; none if the text itself has results.
 * Words may be respelled (with one typo more than search forgives), split, joined or, as a last resort, dropped. A
 * known word changes only if all words are known, and then by one letter at most. `count` runs a search.
 */
export function corrections(
  table: Table,
  thesaurus: Thesaurus,
  text: string,
  count: (text: string) => number,
): Corrections {
  const chunks = (text.slice(0, LIMITS.characters).match(/[^\s"“”„‟«»]+/g) ?? [])
    .filter((chunk) => foldedWords(chunk).length > 0)
    .slice(0, LIMITS.words)
  if (chunks.length === 0 || chunks.some(isToExclude) || count(text) > 0) return []
  const words = chunks.map((text): Word => ({ text, isKnown: isKnown(text, thesaurus, count) }))
  const accepted: Corrections = []
  let minDropped = Infinity
  for (const { text: nearest, dropped } of correctedTexts({ table, thesaurus }, words).slice(0, MAX_TRIED)) {
    if (accepted.length === MAX_CORRECTIONS || dropped > minDropped || nearest === text.trim()) continue
    if (foldedWords(nearest).every(isStopWord)) continue
    const products = count(nearest)
    if (products === 0) continue
    accepted.push([nearest, products])
    minDropped = Math.min(minDropped, dropped)
  }
  return accepted
}

/** What words can be respelled as: those of products, and those with synonyms. */
interface Known {
  table: Table
  thesaurus: Thesaurus
}

interface Word {
  text: string
  isKnown: boolean
}

/** Returns whether products contain the word or a synonym of it; stop words always count as known. */
function isKnown(text: string, thesaurus: Thesaurus, count: (text: string) => number): boolean {
  const folded = foldedWords(text)
  if (folded.every(isStopWord) || count(`"${text}"`) > 0) return true
  return thesaurus.of(folded).length > 0 && count(text) > 0
}

interface CorrectedText {
  text: string
  cost: number
  /** Number of dropped words. */
  dropped: number
}

/** Returns corrected texts, cheapest first. */
function correctedTexts(known: Known, words: Word[]): CorrectedText[] {
  // The cheapest texts so far, indexed by the number of words they replace.
  const partial: CorrectedText[][] = Array.from({ length: words.length + 1 }, () => [])
  partial[0] = [{ text: '', cost: 0, dropped: 0 }]
  const areKnown = words.every(({ isKnown }) => isKnown)
  for (let at = 0; at < words.length; at++) {
    const cheapest = partial[at]!.sort((a, b) => a.cost - b.cost).slice(0, MAX_CANDIDATES)
    for (const { text, takes, cost } of readingsAt(known, words, at, areKnown))
      for (const before of cheapest)
        partial[at + takes]!.push({
          text: `${before.text} ${text}`.trim(),
          cost: before.cost + cost,
          dropped: before.dropped + Number(text === ''),
        })
  }
  const different = new Map<string, CorrectedText>()
  for (const one of partial.at(-1)!.sort((a, b) => a.cost - b.cost))
    if (one.text !== '' && !different.has(one.text)) different.set(one.text, one)
  return [...different.values()]
}

/** Returns the possible replacements at a position. A known word may only change if all words are known. */
function readingsAt(known: Known, words: Word[], at: number, areKnown: boolean): Reading[] {
  const { table } = known
  const { text, isKnown } = words[at]!
  const canChange = areKnown || !isKnown
  const changed =
    canChange && at < MAX_CORRECTED_WORDS ? [...spellings(known, text, isKnown ? 1 : 2), ...splits(table, text)] : []
  const all: Reading[] = [...changed]
  if (isKnown) all.push({ text, takes: 1, cost: 0 })
  const next = words[at + 1]?.text
  if (next !== undefined && isWord(table, text + next)) all.push({ text: text + next, takes: 2, cost: COST.space })
  if (words.length > 1 && canChange) all.push({ text: '', takes: 1, cost: COST.dropped })
  return all
}

/** Returns words within `maxEdits` edits, those with the most products first. */
function spellings({ table, thesaurus }: Known, chunk: string, maxEdits: 1 | 2): Reading[] {
  const word = foldedWords(chunk).join('')
  if (word.length < 3 || /\d/.test(word)) return [] // one digit off is another product
  const byStem = new Map<string, Reading & { most: number }>() // one spelling per stem is enough
  for (
    let edits = 1;
    edits <= Math.min(maxEdits, word.length < MIN_LENGTH_OF_TWO_EDITS ? 1 : 2) && byStem.size === 0;
    edits++
  ) {
    for (const [list, from, to] of similarRangesOf(table, word, edits, false))
      for (let term = from; term < to; term++) {
        if (list.stemAt(term) === table.stem(word)) continue // an inflection is not a correction
        const most = list.maxPostings(term)
        const known = byStem.get(list.stemAt(term))
        if (known && known.most >= most) continue
        const text = spellingOf(list.terms[term]!)
        byStem.set(list.stemAt(term), { text, takes: 1, cost: edits * COST.letter, most })
      }
    for (const text of thesaurus.wordsNear(word, edits)) {
      const stem = table.stem(text)
      if (!byStem.has(stem)) byStem.set(stem, { text, takes: 1, cost: edits * COST.letter, most: 0 })
    }
  }
  return [...byStem.values()].sort((a, b) => b.most - a.most).slice(0, MAX_SPELLINGS)
}

/** Returns the word split into two known words: "runningshoes" → "running shoes". */
function splits(table: Table, chunk: string): Reading[] {
  const [word, more] = foldedWords(chunk)
  if (word === undefined || more !== undefined) return []
  return Array.from({ length: word.length - 1 }, (_, at) => [word.slice(0, at + 1), word.slice(at + 1)] as const)
    .filter(([first, second]) => first.length > 1 && second.length > 1 && isWord(table, first) && isWord(table, second))
    .slice(0, MAX_SPELLINGS)
    .map(([first, second]) => ({ text: `${first} ${second}`, takes: 1, cost: COST.space }))
}

const isWord = (table: Table, word: string) =>
  listsOf(table).some((list) => {
    const [from, to] = exactRange(list.terms, foldedWords(word).join(''))
    return to > from
  })
