import { grown } from './columns'

const ID = /^[0-9a-f]{24}$/

/**
 * Maps product ids (24 hex digits) to rows with an open-addressing hash table. Each id is stored as three 32-bit words.
 */
export class Ids {
  words: Uint32Array
  #table = new Uint32Array(1024) // row + 1; 0 if empty
  #used = 0

  constructor(words: Uint32Array = new Uint32Array(0), alive: Uint8Array = new Uint8Array(0)) {
    this.words = words
    this.#reserve(alive.length)
    for (let row = 0; row < alive.length; row++) if (alive[row]) this.#place(row)
  }

  find(id: string): number | undefined {
    if (!ID.test(id)) return undefined
    const row = this.#table[this.#at(...wordsOf(id))]!
    return row === 0 ? undefined : row - 1
  }

  /** Sets the id of a row. Throws TypeError if it is not 24 hex digits. */
  set(row: number, id: string) {
    if (!ID.test(id)) throw new TypeError(`not an id of 24 hex digits: ${JSON.stringify(id)}`)
    this.words = grown(this.words, row * 3 + 3)
    this.words.set(wordsOf(id), row * 3)
    this.#reserve(this.#used + 1)
    this.#place(row)
  }

  get(row: number): string {
    let id = ''
    for (let word = row * 3; word < row * 3 + 3; word++) id += this.words[word]!.toString(16).padStart(8, '0')
    return id
  }

  /** Returns whether the id of row a sorts before that of row b. */
  before(a: number, b: number): boolean {
    for (let word = 0; word < 3; word++) {
      const difference = this.words[a * 3 + word]! - this.words[b * 3 + word]!
      if (difference !== 0) return difference < 0
    }
    return false
  }

  #reserve(rows: number) {
    if (rows * 2 <= this.#table.length) return
    const old = this.#table
    this.#table = new Uint32Array(2 ** Math.ceil(Math.log2(rows * 3)))
    this.#used = 0
    for (const row of old) if (row) this.#place(row - 1)
  }

  #at(a: number, b: number, c: number): number {
    const mask = this.#table.length - 1
    let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)
    hash ^= hash >>> 15
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const row = this.#table[at]!
      if (row === 0) return at
      const word = (row - 1) * 3
      if (this.words[word] === a && this.words[word + 1] === b && this.words[word + 2] === c) return at
    }
  }

  /** Adds a row to the hash table, replacing any earlier row with the same id. */
  #place(row: number) {
    const at = this.#at(this.words[row * 3]!, this.words[row * 3 + 1]!, this.words[row * 3 + 2]!)
    if (this.#table[at] === 0) this.#used++
    this.#table[at] = row + 1
  }
}

function wordsOf(id: string): [number, number, number] {
  const word = (from: number) => Number.parseInt(id.slice(from, from + 8), 16)
  return [word(0), word(8), word(16)]
}
