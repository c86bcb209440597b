import { foldedWords } from '../analysis/text'
import type { Product, SpecValue } from '../indexed-product'
import { grown } from './columns'
import type { Table } from './table'

const BYTES = 3 // of a word's hash
const MOST_WORDS = 255

/**
 * The words of all names in order, each as 24 bits of its stem's hash: only rows that have all the words are looked up,
 * so that a product that has them apart is taken for a hit once in some two million.
 */
export class Names {
  constructor(
    public bytes: Uint8Array = new Uint8Array(0),
    public starts: Uint32Array = new Uint32Array(0),
    public counts: Uint8Array = new Uint8Array(0),
    /** Bytes in use; those of rows that were written anew are lost until `pack`. */
    public end = 0,
  ) {}

  set(row: number, stems: string[]) {
    this.starts = grown(this.starts, row + 1)
    this.counts = grown(this.counts, row + 1)
    const count = Math.min(stems.length, MOST_WORDS)
    this.bytes = grown(this.bytes, this.end + count * BYTES)
    this.starts[row] = this.end
    this.counts[row] = count
    for (let i = 0; i < count; i++) {
      const hash = hashOfWord(stems[i]!)
      for (let byte = 0; byte < BYTES; byte++) this.bytes[this.end++] = (hash >>> (byte * 8)) & 255
    }
  }

  has(row: number, hashes: Uint32Array): boolean {
    const { bytes } = this
    const start = this.starts[row]!
    const last = this.counts[row]! - hashes.length
    for (let from = 0; from <= last; from++) {
      let same = 0
      for (let at = start + from * BYTES; same < hashes.length; same++, at += BYTES)
        if ((bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16)) !== hashes[same]) break
      if (same === hashes.length) return true
    }
    return false
  }

  /** Leaves out what no living row has. */
  pack(rows: number, alive: Uint8Array) {
    let size = 0
    for (let row = 0; row < rows; row++) if (alive[row]) size += this.counts[row]! * BYTES
    if (size === this.end) return
    const packed = new Uint8Array(size)
    let end = 0
    for (let row = 0; row < rows; row++) {
      if (!alive[row]) this.counts[row] = 0
      const length = this.counts[row]! * BYTES
      packed.set(this.bytes.subarray(this.starts[row]!, this.starts[row]! + length), end)
      this.starts[row] = end
      end += length
    }
    this.bytes = packed
    this.end = end
  }
}

function hashOfWord(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 24)) & 0xffffff
}

/** The texts in which the words of a phrase can stand side by side: the name, the brand, and each value of specs and options. */
export function phraseFields({ name, brand, specs, variants }: Product): string[] {
  const values = [...Object.values(specs), ...variants.flatMap(({ options }) => Object.values(options))]
  return [name, brand, ...values.flat().filter((value) => typeof value === 'string')]
}

/** Whether a row has the words, or inflections of them, side by side in one of the fields of `phraseFields`. */
export function adjacent(table: Table, phrase: string[]): (row: number) => boolean {
  const { names, perRow, leaves, facts, choice } = table
  const stems = phrase.map(table.stem)
  const hashes = Uint32Array.from(stems, hashOfWord)
  const known = new Map<string, boolean>()
  const inText = (text: string) => {
    let answer = known.get(text)
    if (answer === undefined) {
      answer = standsIn(foldedWords(text).map(table.stem), stems)
      known.set(text, answer)
    }
    return answer
  }
  const inValue = (value: SpecValue | undefined) =>
    typeof value === 'string' ? inText(value) : Array.isArray(value) && value.some(inText)
  return (row) => {
    if (names.has(row, hashes)) return true
    if (inValue(facts.brand.dictionary.values[facts.brand.codes[row]!])) return true
    const slot = perRow.slotOf[row]!
    for (const { codes, dictionary } of leaves[perRow.leafOf[row]!]!.specs.values())
      if (inValue(dictionary.values[codes[slot]!])) return true
    const first = perRow.firstVariant[row]!
    for (let v = first; v < first + perRow.variantCount[row]!; v++) {
      const [, ...options] = table.choices[choice.codes[v]!]!
      if (options.some((text, index) => index % 2 === 1 && inText(text))) return true
    }
    return false
  }
}

export const standsIn = (stems: string[], phrase: string[]): boolean =>
  stems.some((_, from) => phrase.every((stem, index) => stems[from + index] === stem))
