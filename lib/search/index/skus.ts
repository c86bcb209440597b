import { codeOf } from '../analysis/tokens'
import type { Product } from '../indexed-product'
import { grown } from './columns'

/**
 * Variants found by SKU, each as row × 256 + its index in the product. Only a product's first 256 variants can be
 * found.
 */
export interface Codes {
  exact: ArrayLike<number> & Iterable<number>
  prefixed: ArrayLike<number> & Iterable<number>
}

const BLOCK = 16
const MAX_CODE_LENGTH = 255
const MIN_PREFIX_LENGTH = 4
const NONE: Codes = { exact: [], prefixed: [] }

/**
 * A sorted list of SKUs (letters and digits only), front-coded: each SKU is stored as the number of characters it
 * shares with the one before, followed by the rest.
 */
class SortedSkus {
  constructor(
    readonly owners: Uint32Array = new Uint32Array(0),
    /** Byte offset of every block of sixteen SKUs; the first SKU of a block is stored in full. */
    readonly blocks: Uint32Array = new Uint32Array(0),
    readonly bytes: Uint8Array = new Uint8Array(0),
  ) {}

  /** Returns the position of the first SKU that is not below this code. */
  lowerBound(code: string): number {
    const reader = new Reader(this)
    let low = 0
    let high = this.blocks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (reader.goTo(middle).compare(code) < 0) low = middle + 1
      else high = middle
    }
    if (low === 0) return 0
    const end = Math.min(low * BLOCK, this.owners.length)
    for (reader.goTo(low - 1); reader.place < end && reader.compare(code) < 0; ) reader.next()
    return reader.place
  }
}

/** Reads the SKUs in order. */
class Reader {
  place = 0
  readonly code = new Uint8Array(MAX_CODE_LENGTH)
  length = 0
  #at = 0

  constructor(readonly list: SortedSkus) {
    this.#read()
  }

  goTo(block: number): this {
    this.place = block * BLOCK
    this.#at = this.list.blocks[block]!
    this.#read()
    return this
  }

  /** Moves to the next SKU; after the last one, `place` equals the number of SKUs. */
  next() {
    this.place++
    this.#read()
  }

  /**
   * Returns a negative number if the current SKU sorts before `other`, 0 if they are equal, otherwise a positive one.
   */
  compare(other: string): number {
    for (let i = 0; i < this.length && i < other.length; i++)
      if (this.code[i] !== other.charCodeAt(i)) return this.code[i]! - other.charCodeAt(i)
    return this.length - other.length
  }

  #read() {
    if (this.place >= this.list.owners.length) return
    const { bytes } = this.list
    const shared = bytes[this.#at++]!
    this.length = shared + bytes[this.#at++]!
    for (let i = shared; i < this.length; i++) this.code[i] = bytes[this.#at++]!
  }
}

/** Builds a sorted list from SKUs passed in ascending order. */
class Writer {
  readonly #owners: Uint32Array
  readonly #blocks: Uint32Array
  readonly #before = new Uint8Array(MAX_CODE_LENGTH)
  #bytes = new Uint8Array(1024)
  #end = 0
  #lengthBefore = 0
  #count = 0

  constructor(maxCodes: number) {
    this.#owners = new Uint32Array(maxCodes)
    this.#blocks = new Uint32Array(Math.ceil(maxCodes / BLOCK))
  }

  put(code: Uint8Array, length: number, owner: number) {
    const before = this.#before
    let shared = 0
    if (this.#count % BLOCK === 0) this.#blocks[this.#count / BLOCK] = this.#end
    else while (shared < length && shared < this.#lengthBefore && before[shared] === code[shared]) shared++
    this.#bytes = grown(this.#bytes, this.#end + 2 + length)
    this.#bytes[this.#end++] = shared
    this.#bytes[this.#end++] = length - shared
    for (let i = shared; i < length; i++) {
      before[i] = code[i]!
      this.#bytes[this.#end++] = code[i]!
    }
    this.#lengthBefore = length
    this.#owners[this.#count++] = owner
  }

  putText(code: string, owner: number) {
    for (let i = 0; i < code.length; i++) this.#text[i] = code.charCodeAt(i)
    this.put(this.#text, code.length, owner)
  }
  readonly #text = new Uint8Array(MAX_CODE_LENGTH)

  done(): SortedSkus {
    const blocks = Math.ceil(this.#count / BLOCK)
    return new SortedSkus(
      this.#owners.slice(0, this.#count),
      this.#blocks.slice(0, blocks),
      this.#bytes.slice(0, this.#end),
    )
  }
}

/** Finds variants by a SKU or the beginning of one, ignoring case and all characters but letters and digits. */
export class Skus {
  #recent = new Map<string, number[]>()

  constructor(public sorted = new SortedSkus()) {}

  static restored(owners: Uint32Array, blocks: Uint32Array, bytes: Uint8Array): Skus {
    return new Skus(new SortedSkus(owners, blocks, bytes))
  }

  add(row: number, { variants }: Product) {
    for (const [code, owner] of ownersOf(row, variants)) {
      const known = this.#recent.get(code)
      if (known) known.push(owner)
      else this.#recent.set(code, [owner])
    }
  }

  /**
   * Returns the variants with this SKU. With `isPrefix`, also returns variants whose SKU starts with `code`, provided
   * that it has at least four characters and a digit.
   */
  find(code: string, isPrefix: boolean): Codes {
    if (code === '') return NONE
    const { sorted } = this
    const from = sorted.lowerBound(code)
    const after = sorted.lowerBound(`${code}\0`)
    const exact: number[] | Uint32Array = this.#recent.get(code) ?? []
    const exacts = after > from ? [...sorted.owners.subarray(from, after), ...exact] : exact
    if (!isPrefix || code.length < MIN_PREFIX_LENGTH || !/\d/.test(code)) return { exact: exacts, prefixed: [] }
    const prefixed = sorted.owners.subarray(after, sorted.lowerBound(`${code}\x7f`))
    const recent: number[] = []
    for (const [key, owners] of this.#recent)
      if (key.length > code.length && key.startsWith(code)) recent.push(...owners)
    return { exact: exacts, prefixed: recent.length > 0 ? [...prefixed, ...recent] : prefixed }
  }

  /** Merges the recently added SKUs into the sorted list and drops those of deleted rows. */
  pack(alive: Uint8Array) {
    if (this.#recent.size === 0 && this.sorted.owners.every((owner) => alive[owner >>> 8] === 1)) return
    const added = Array.from(this.#recent).sort(([a], [b]) => (a < b ? -1 : 1))
    const all = added.reduce((sum, [, owners]) => sum + owners.length, this.sorted.owners.length)
    const writer = new Writer(all)
    const write = (code: string, owners: number[]) => {
      for (const owner of owners) if (alive[owner >>> 8]) writer.putText(code, owner)
    }
    const { owners } = this.sorted
    let next = 0
    for (const reader = new Reader(this.sorted); reader.place < owners.length; reader.next()) {
      for (; next < added.length && reader.compare(added[next]![0]) > 0; next++) write(...added[next]!)
      const owner = owners[reader.place]!
      if (alive[owner >>> 8]) writer.put(reader.code, reader.length, owner)
    }
    for (; next < added.length; next++) write(...added[next]!)
    this.sorted = writer.done()
    this.#recent = new Map()
  }
}

/** Collects the SKUs of a catalogue while its index is built. */
export class SkusBuilder {
  readonly #codes: string[] = []
  #owners = new Uint32Array(1024)

  add(row: number, { variants }: Product) {
    for (const [code, owner] of ownersOf(row, variants)) {
      this.#owners = grown(this.#owners, this.#codes.length + 1)
      this.#owners[this.#codes.length] = owner
      this.#codes.push(code)
    }
  }

  build(): Skus {
    const [codes, owners] = [this.#codes, this.#owners]
    const order = Uint32Array.from(codes.keys()).sort((a, b) =>
      codes[a]! < codes[b]! ? -1 : codes[a] === codes[b] ? a - b : 1,
    )
    const writer = new Writer(codes.length)
    for (const at of order) writer.putText(codes[at]!, owners[at]!)
    return new Skus(writer.done())
  }
}

function* ownersOf(row: number, variants: Product['variants']): Generator<[code: string, owner: number]> {
  for (const [place, { sku }] of variants.slice(0, 256).entries()) {
    const code = codeOf(sku).slice(0, MAX_CODE_LENGTH)
    if (code !== '') yield [code, row * 256 + place]
  }
}
