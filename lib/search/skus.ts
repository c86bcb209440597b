import { grown } from './columns'
import type { Product } from './product'
import { codeOf } from './text'

/** Which variants have a SKU: row * 256 + the place among the row's variants, of which the first 256 can be found so. */
export interface Codes {
  exact: ArrayLike<number> & Iterable<number>
  begun: ArrayLike<number> & Iterable<number>
}

const BLOCK = 16
const SHORTEST_BEGINNING = 4
const NONE: Codes = { exact: [], begun: [] }

/** SKUs in order, their letters and digits alone; each is stored as how much it shares with the one before, and the rest. */
class SortedSkus {
  constructor(
    readonly owners: Uint32Array = new Uint32Array(0),
    /** Where each sixteenth begins, which shares nothing. */
    readonly blocks: Uint32Array = new Uint32Array(0),
    readonly bytes: Uint8Array = new Uint8Array(0),
  ) {}

  static from(count: number, entries: Iterable<[code: string, owner: number]>): SortedSkus {
    const owners = new Uint32Array(count)
    const blocks = new Uint32Array(Math.ceil(count / BLOCK))
    let bytes = new Uint8Array(1024)
    let end = 0
    let at = 0
    let before = ''
    for (const [code, owner] of entries) {
      let shared = 0
      if (at % BLOCK === 0) blocks[at / BLOCK] = end
      else while (shared < before.length && before.charCodeAt(shared) === code.charCodeAt(shared)) shared++
      bytes = grown(bytes, end + 2 + code.length)
      bytes[end++] = shared
      bytes[end++] = code.length - shared
      for (let i = shared; i < code.length; i++) bytes[end++] = code.charCodeAt(i)
      owners[at++] = owner
      before = code
    }
    return new SortedSkus(owners.slice(0, at), blocks.slice(0, Math.ceil(at / BLOCK)), bytes.slice(0, end))
  }

  *entries(): Generator<[code: string, owner: number]> {
    let [at, code] = [0, '']
    for (let i = 0; i < this.owners.length; i++) {
      ;[at, code] = this.#next(at, code)
      yield [code, this.owners[i]!]
    }
  }

  /** The first place whose code is not below the key. */
  lowerBound(key: string): number {
    let low = 0
    let high = this.blocks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#next(this.blocks[middle]!, '')[1] < key) low = middle + 1
      else high = middle
    }
    if (low === 0) return 0
    let place = (low - 1) * BLOCK
    let [at, code] = [this.blocks[low - 1]!, '']
    for (; place < Math.min(low * BLOCK, this.owners.length); place++) {
      ;[at, code] = this.#next(at, code)
      if (code >= key) break
    }
    return place
  }

  #next(at: number, before: string): [at: number, code: string] {
    const end = at + 2 + this.bytes[at + 1]!
    return [end, before.slice(0, this.bytes[at]) + String.fromCharCode(...this.bytes.subarray(at + 2, end))]
  }
}

/** The SKUs of all variants, to be found as they are typed: with or without hyphens, in capitals or not, and by their beginning. */
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

  /** Variants with this SKU and, where it is being typed (at least four letters and digits, with a digit), those that begin so. */
  find(code: string, open: boolean): Codes {
    if (code === '') return NONE
    const { sorted } = this
    const from = sorted.lowerBound(code)
    const after = sorted.lowerBound(`${code}\0`)
    const exact: number[] | Uint32Array = this.#recent.get(code) ?? []
    const exacts = after > from ? [...sorted.owners.subarray(from, after), ...exact] : exact
    if (!open || code.length < SHORTEST_BEGINNING || !/\d/.test(code)) return { exact: exacts, begun: [] }
    const begun = sorted.owners.subarray(after, sorted.lowerBound(`${code}\x7f`))
    const recent: number[] = []
    for (const [key, owners] of this.#recent)
      if (key.length > code.length && key.startsWith(code)) recent.push(...owners)
    return { exact: exacts, begun: recent.length > 0 ? [...begun, ...recent] : begun }
  }

  /** Takes in what was added, and leaves out the rows that are gone. */
  pack(alive: Uint8Array) {
    const added = Array.from(this.#recent).sort(([a], [b]) => (a < b ? -1 : 1))
    const sorted = this.sorted
    const merged = function* (): Generator<[string, number]> {
      let next = 0
      const taken = function* (before: string | undefined): Generator<[string, number]> {
        for (; next < added.length && (before === undefined || added[next]![0] < before); next++)
          for (const owner of added[next]![1]) yield [added[next]![0], owner]
      }
      for (const entry of sorted.entries()) {
        yield* taken(entry[0])
        yield entry
      }
      yield* taken(undefined)
    }
    const living = function* (): Generator<[string, number]> {
      for (const entry of merged()) if (alive[entry[1] >>> 8]) yield entry
    }
    const count = added.reduce((sum, [, owners]) => sum + owners.length, sorted.owners.length)
    this.sorted = SortedSkus.from(count, living())
    this.#recent = new Map()
  }
}

/** Gathers the SKUs of a whole catalogue. */
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
    const entries = function* (): Generator<[string, number]> {
      for (const at of order) yield [codes[at]!, owners[at]!]
    }
    return new Skus(SortedSkus.from(codes.length, entries()))
  }
}

function* ownersOf(row: number, variants: Product['variants']): Generator<[code: string, owner: number]> {
  for (const [place, { sku }] of variants.slice(0, 256).entries()) {
    const code = codeOf(sku).slice(0, 255)
    if (code !== '') yield [code, row * 256 + place]
  }
}
