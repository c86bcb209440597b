import { testOf } from '../index/columns'
import { EDGES } from '../index/histogram'
import type { Choice, VariantColumns } from '../index/variant-columns'
import type { Filter } from '../search-query'

/** Returns whether a filter or facet key applies to variants. */
export const ofVariant = (key: string) => key === 'price' || key === 'inStock' || key.startsWith('option.')

/** Shopper filters (one bit each) and fixed filters of the listing. */
export interface VariantFilters {
  filters: Record<string, Filter>
  within: Record<string, Filter>
  bitOf: Map<string, number>
}

/** Two bits that no shopper filter uses, so that failing a fixed filter counts as two failures. */
const OUTSIDE = 0xc0000000

/** Scans the variants of candidate products once: finds products with a matching variant and counts variant facets. */
export class VariantScan {
  readonly bars = new Uint32Array(EDGES.length)
  readonly options: [name: string, value: string][] = []
  readonly optionCounts: Uint32Array
  readonly stock = new Uint32Array(2) // number of products with a sold-out variant, and with one in stock
  lowest = Infinity
  highest = -Infinity
  readonly #misses: Uint32Array // per choice: the filters that it fails, one bit each
  readonly #starts: Uint32Array // per choice: where its options start in #list
  readonly #list: Uint32Array
  readonly #bits: Uint32Array // per option: the bit of its own filter
  readonly #inStock: Uint8Array
  readonly #barSeen = new Uint32Array(EDGES.length)
  readonly #optionSeen: Uint32Array
  readonly #priceBit: number
  readonly #stockBit: number
  readonly #priceFails: (amount: number) => boolean
  readonly #priceOutside: ((amount: number) => boolean) | undefined
  #visit = 0

  /**
   * `bitOf` maps the keys of `filters` to their bits. A variant that fails a fixed filter gets two bits, so no facet
   * counts it. With `counting`, facets are counted.
   */
  constructor(
    readonly columns: VariantColumns,
    choices: Choice[],
    { filters, within, bitOf }: VariantFilters,
    readonly counting: boolean,
  ) {
    const numbers = new Map<string, number>()
    const list: number[] = []
    this.#starts = new Uint32Array(choices.length + 1)
    this.#misses = new Uint32Array(choices.length)
    const tests = [
      ...Array.from(bitOf, ([key, bit]) => ({ key, bit, filter: filters[key]! })),
      ...Object.entries(within).map(([key, filter]) => ({ key, bit: OUTSIDE, filter })),
    ]
      .filter(({ key }) => key !== 'price' && ofVariant(key))
      .map(({ key, bit, filter }) => ({
        bit,
        name: key.slice('option.'.length),
        ofStock: key === 'inStock',
        pass: testOf(filter),
      }))
    choices.forEach(([inStock, ...options], choice) => {
      const chosen = new Map<string, string>()
      for (let i = 0; i < options.length; i += 2) {
        const [name, value] = [options[i]!, options[i + 1]!]
        chosen.set(name, value)
        const id = `${name}\0${value}`
        if (!numbers.has(id)) numbers.set(id, this.options.push([name, value]) - 1)
        list.push(numbers.get(id)!)
      }
      this.#starts[choice + 1] = list.length
      for (const { bit, name, ofStock, pass } of tests)
        if (!pass(ofStock ? inStock : chosen.get(name))) this.#misses[choice]! |= bit
    })
    this.#list = Uint32Array.from(list)
    this.#bits = Uint32Array.from(this.options, ([name]) => bitOf.get(`option.${name}`) ?? 0)
    this.#inStock = Uint8Array.from(choices, ([inStock]) => Number(inStock))
    this.optionCounts = new Uint32Array(this.options.length)
    this.#optionSeen = new Uint32Array(this.options.length)
    this.#priceBit = bitOf.get('price') ?? 0
    this.#stockBit = bitOf.get('inStock') ?? 0
    const pass = testOf(filters.price ?? {})
    this.#priceFails = (amount) => !pass(amount)
    const inside = within.price && testOf(within.price)
    this.#priceOutside = inside && ((amount) => !inside(amount))
  }

  /**
   * Scans these rows. `miss` contains the failed product filters of each row; rows without a matching variant are
   * marked in it. Writes the positions of matching rows to `hits` and the prices of their offered variants (see
   * `offered`) to `prices`; returns how many there are.
   */
  run(rows: Uint32Array, miss: Uint32Array, hits: Uint32Array, prices: Uint32Array): number {
    const { firstVariant, variantCount, choice, price, priceBar } = this.columns
    const { bars, optionCounts, stock, counting } = this
    const [misses, starts, list, bits] = [this.#misses, this.#starts, this.#list, this.#bits]
    const [barSeen, optionSeen, hasStock] = [this.#barSeen, this.#optionSeen, this.#inStock]
    const [priceBit, stockBit, priceFails] = [this.#priceBit, this.#stockBit, this.#priceFails]
    const priceOutside = this.#priceOutside
    let { lowest, highest } = this
    let visit = this.#visit
    let found = 0
    for (let i = 0; i < rows.length; i++) {
      const missed = miss[i]!
      if (missed & (missed - 1)) continue // fails two filters, so no facet counts it
      const count = counting && missed === 0
      visit++
      const row = rows[i]!
      let matches = false
      let cheapest = 0xffffffff
      let cheapestInStock = 0xffffffff
      let stocks = 0
      for (let v = firstVariant[row]!, end = v + variantCount[row]!; v < end; v++) {
        const chosen = choice[v]!
        const amount = price[v]!
        let failed = misses[chosen]!
        if (priceBit !== 0 && priceFails(amount)) failed |= priceBit
        if (priceOutside?.(amount)) continue
        if (failed === 0) {
          matches = true
          if (amount < cheapest) cheapest = amount
          if (amount < cheapestInStock && hasStock[chosen] === 1) cheapestInStock = amount
        } else if (failed & (failed - 1)) continue
        if (!count) continue
        for (let at = starts[chosen]!, last = starts[chosen + 1]!; at < last; at++) {
          const option = list[at]!
          if (optionSeen[option] === visit || (failed !== 0 && failed !== bits[option])) continue
          optionSeen[option] = visit
          optionCounts[option]!++
        }
        if (failed === 0 || failed === priceBit) {
          const bar = priceBar[v]!
          if (barSeen[bar] !== visit) {
            barSeen[bar] = visit
            bars[bar]!++
          }
          if (amount < lowest) lowest = amount
          if (amount > highest) highest = amount
        }
        if (failed === 0 || failed === stockBit) stocks |= 1 << hasStock[chosen]!
      }
      stock[0]! += stocks & 1
      stock[1]! += stocks >> 1
      if (!matches) miss[i] = 0x80000000 | missed
      else if (missed === 0) {
        prices[found] = cheapestInStock < 0xffffffff ? cheapestInStock : cheapest
        hits[found++] = i
      }
    }
    this.#visit = visit
    this.lowest = lowest
    this.highest = highest
    return found
  }

  /**
   * Returns the position of the row's variant to offer: the cheapest matching one in stock or, if all are sold out, the
   * cheapest matching one; on a tie, the first. If any of `preferred` matches, only these are considered.
   */
  offered(row: number, preferred: number[] = []): number {
    const { firstVariant, variantCount, choice, price } = this.columns
    const first = firstVariant[row]!
    let best = -1
    let bestRank = -1
    for (let v = first, end = first + variantCount[row]!; v < end; v++) {
      if (!this.#matches(v)) continue
      const rank = (preferred.includes(v - first) ? 2 : 0) + this.#inStock[choice[v]!]!
      if (rank < bestRank || (rank === bestRank && price[v]! >= price[best]!)) continue
      best = v
      bestRank = rank
    }
    return best - first
  }

  /** Returns whether every matching variant of the row is sold out. */
  isSoldOut(row: number): boolean {
    const { firstVariant, variantCount, choice } = this.columns
    for (let v = firstVariant[row]!, end = v + variantCount[row]!; v < end; v++)
      if (this.#inStock[choice[v]!] === 1 && this.#matches(v)) return false
    return true
  }

  #matches(variant: number): boolean {
    const { choice, price } = this.columns
    const amount = price[variant]!
    return this.#misses[choice[variant]!] === 0 && !this.#priceFails(amount) && !this.#priceOutside?.(amount)
  }
}
