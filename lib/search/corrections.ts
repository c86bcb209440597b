import { listsOf, similarTo } from './matching'
import { type Corrections, LIMITS } from './query'
import type { Table } from './table'
import { exactRange } from './terms'
import { editsAllowed, foldedWords, spellingOf } from './text'

const MOST_CORRECTIONS = 3
const MOST_TRIED = 24 // texts that are searched for
const MOST_MENDED = 6 // words of which other spellings are looked for
const MOST_SPELLINGS = 3 // of each word
const MOST_KEPT = 64 // texts thought of

/** What a correction costs, so that the nearest are tried first: a letter, a space, a word left out. */
const COST = { letter: 2, space: 2, dropped: 5 }

/** Something that may be meant by a word, or by two, and how far that is. */
interface Reading {
  text: string
  takes: 1 | 2
  cost: number
}

/**
 * The nearest texts that find something, at most three, with what they find: words with a letter more wrong than search
 * forgives, taken apart, put together or, where nothing else helps, left out. None where the text itself finds something. `count` searches.
 */
export function corrections(table: Table, text: string, count: (text: string) => number): Corrections {
  const chunks = (text.slice(0, LIMITS.characters).match(/[^\s"“”„‟«»]+/g) ?? [])
    .filter((chunk) => foldedWords(chunk).length > 0)
    .slice(0, LIMITS.words)
  if (chunks.length === 0 || count(text) > 0) return []
  const found: Corrections = []
  let leastDropped = Infinity
  for (const { text: nearest, dropped } of texts(table, chunks, count).slice(0, MOST_TRIED)) {
    if (found.length === MOST_CORRECTIONS || dropped > leastDropped || nearest === text.trim()) continue
    const products = count(nearest)
    if (products === 0) continue
    found.push([nearest, products])
    leastDropped = Math.min(leastDropped, dropped)
  }
  return found
}

interface Meant {
  text: string
  cost: number
  /** Words left out. */
  dropped: number
}

/** Texts that may be meant, the nearest first. */
function texts(table: Table, chunks: string[], count: (text: string) => number): Meant[] {
  // By how many chunks are read: the cheapest texts so far.
  const begun: Meant[][] = Array.from({ length: chunks.length + 1 }, () => [])
  begun[0] = [{ text: '', cost: 0, dropped: 0 }]
  for (let at = 0; at < chunks.length; at++) {
    const cheapest = begun[at]!.sort((a, b) => a.cost - b.cost).slice(0, MOST_KEPT)
    for (const { text, takes, cost } of readings(table, chunks, at, count))
      for (const before of cheapest)
        begun[at + takes]!.push({
          text: `${before.text} ${text}`.trim(),
          cost: before.cost + cost,
          dropped: before.dropped + Number(text === ''),
        })
  }
  const different = new Map<string, Meant>()
  for (const one of begun.at(-1)!.sort((a, b) => a.cost - b.cost))
    if (one.text !== '' && !different.has(one.text)) different.set(one.text, one)
  return [...different.values()]
}

function readings(table: Table, chunks: string[], at: number, count: (text: string) => number): Reading[] {
  const chunk = chunks[at]!
  const mended = at < MOST_MENDED ? [...spellings(table, chunk), ...taken(table, chunk)] : []
  const all: Reading[] = [...mended]
  // What is only found because search forgives it is better said as it is spelled.
  if (count(`"${chunk}"`) > 0 || (mended.length === 0 && count(`${chunk} `) > 0))
    all.push({ text: chunk, takes: 1, cost: 0 })
  const together = chunk + (chunks[at + 1] ?? '')
  if (at + 1 < chunks.length && isWord(table, together)) all.push({ text: together, takes: 2, cost: COST.space })
  if (chunks.length > 1) all.push({ text: '', takes: 1, cost: COST.dropped })
  return all
}

/** Words with one or two other letters, those of most products first. */
function spellings(table: Table, chunk: string): Reading[] {
  const word = foldedWords(chunk).join('')
  if (word.length < 3) return []
  const found = new Map<string, Reading & { most: number }>() // by stem: one of its inflections is enough
  for (let edits = 1; edits <= Math.max(editsAllowed(word), word.length < 4 ? 1 : 2) && found.size === 0; edits++)
    for (const [list, from, to] of similarTo(table, word, edits, false))
      for (let term = from; term < to; term++) {
        const most = list.most(term)
        const known = found.get(list.stemAt(term))
        if (known && known.most >= most) continue
        const text = spellingOf(list.terms[term]!)
        found.set(list.stemAt(term), { text, takes: 1, cost: edits * COST.letter, most })
      }
  return [...found.values()].sort((a, b) => b.most - a.most).slice(0, MOST_SPELLINGS)
}

/** The word as two that there are, as "runningshoes". */
function taken(table: Table, chunk: string): Reading[] {
  const [word, more] = foldedWords(chunk)
  if (word === undefined || more !== undefined) return []
  return Array.from({ length: word.length - 1 }, (_, at) => [word.slice(0, at + 1), word.slice(at + 1)] as const)
    .filter(([first, second]) => first.length > 1 && second.length > 1 && isWord(table, first) && isWord(table, second))
    .slice(0, MOST_SPELLINGS)
    .map(([first, second]) => ({ text: `${first} ${second}`, takes: 1, cost: COST.space }))
}

const isWord = (table: Table, word: string) =>
  listsOf(table).some((list) => {
    const [from, to] = exactRange(list.terms, foldedWords(word).join(''))
    return to > from
  })
