import type { SpecValue } from '../indexed-product'
import type { Filter } from '../search-query'

export type Typed = Uint8Array | Uint16Array | Uint32Array | Float64Array

/** Returns the array itself if it is long enough, otherwise a longer copy. */
export function grown<T extends Typed>(array: T, length: number): T {
  if (length <= array.length) return array
  const Same = array.constructor as new (length: number) => T
  const longer = new Same(Math.max(length, Math.ceil(array.length * 1.25), 64))
  longer.set(array)
  return longer
}

/** Grows every array of the record to at least `length` entries. */
export function growAll<T extends Record<keyof T, Typed>>(arrays: T, length: number): T {
  for (const key in arrays) arrays[key] = grown(arrays[key], length)
  return arrays
}

/**
 * Maps values to small codes; all columns with the same key share one dictionary, and code 0 means no value. A list
 * counts as one value, because the same lists recur: three certificates take two bytes. Counts are added up per list
 * item at the end.
 */
export class Dictionary {
  readonly values: (SpecValue | undefined)[]
  readonly #codeOf = new Map<SpecValue, number>()

  constructor(values: (SpecValue | null | undefined)[] = [undefined]) {
    this.values = values.map((value) => value ?? undefined)
    this.values.forEach((value, code) => {
      if (value !== undefined) this.#codeOf.set(keyOf(value), code)
    })
  }

  code(value: SpecValue | undefined): number {
    if (value === undefined) return 0
    const key = keyOf(value)
    let code = this.#codeOf.get(key)
    if (code === undefined) {
      code = this.values.push(value) - 1
      this.#codeOf.set(key, code)
    }
    return code
  }

  /** Returns an array that has, for each code, 1 if its value passes the filter and 0 otherwise. */
  passes(filter: Filter): Uint8Array {
    const pass = testOf(filter)
    return Uint8Array.from(this.values, (value) =>
      Number(value !== undefined && (Array.isArray(value) ? value.some(pass) : pass(value))),
    )
  }

  /**
   * Returns an array indexed by dictionary code: the value that the code stands for, multiplied by `sign`, or -Infinity if
   * that value is not a number.
   */
  numbers(sign: 1 | -1): Float64Array {
    return Float64Array.from(this.values, (value) => (typeof value === 'number' ? value * sign : -Infinity))
  }
}

const keyOf = (value: SpecValue): SpecValue => (Array.isArray(value) ? `\0${value.join('\0')}` : value)

/** Returns a predicate that tests a single value against the filter. */
export function testOf(filter: Filter): (value: unknown) => boolean {
  if (Array.isArray(filter)) {
    const wanted = new Set<unknown>(filter)
    return (value) => wanted.has(value)
  }
  const { min = -Infinity, max = Infinity } = filter
  return (value) => typeof value === 'number' && value >= min && value <= max
}

/** One value per row, stored as its dictionary code. */
export class Column {
  constructor(
    readonly dictionary = new Dictionary(),
    public codes: Uint16Array | Uint32Array = new Uint16Array(0),
  ) {}

  set(row: number, value: SpecValue | undefined) {
    const code = this.dictionary.code(value)
    if (code > 0xffff && this.codes instanceof Uint16Array) this.codes = Uint32Array.from(this.codes)
    this.codes = grown(this.codes, row + 1)
    this.codes[row] = code
  }
}
