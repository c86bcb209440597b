import { fieldOfTerm, fieldsOf, hashOf } from '../analysis/fields'
import { english, type Language, type Stem } from '../analysis/inflect'
import { exactRange } from '../analysis/terms'
import { foldedWords } from '../analysis/tokens'
import type { Product } from '../indexed-product'
import { Column, Dictionary, growAll, grown } from './columns'
import { barOf } from './histogram'
import { Ids } from './ids'
import { Names } from './names'
import { FIELD_BITS, Postings, PostingsBuilder, Recent } from './postings'
import { reviewScoreOf } from './review-score'
import { Skus, SkusBuilder } from './skus'
import type { Choice, VariantColumns } from './variant-columns'

/** How texts are indexed; fixed for the life of an index. */
export interface IndexOptions {
  /** Language of the stemmer; default English. */
  language?: Language
  /** Whether descriptions are indexed; default true. They roughly triple the size of the postings. */
  descriptions?: boolean
}

/** Returns all texts of a product in which search looks for words or SKUs. */
const textsOf = (product: Product, fields: string[]) => [...fields, ...product.variants.map(({ sku }) => sku)]

/** A category without subcategories: the rows of its products, and one column for each of their specs. */
export interface Leaf {
  path: string
  rows: Uint32Array
  size: number
  /** Rows of deleted products that new products can reuse. */
  free: number[]
  specs: Map<string, Column>
}

/** Keys of the columns that every product has, whatever its category; they are also filter keys. */
export const FACT_KEYS = ['brand', 'rating', 'discount'] as const
type FactKey = (typeof FACT_KEYS)[number]
const isFact = (key: string): key is FactKey => (FACT_KEYS as readonly string[]).includes(key)

export interface PerRow {
  alive: Uint8Array
  leafOf: Uint16Array
  slotOf: Uint32Array // position within the category's rows
  textHash: Uint32Array // hash of the searchable text
  popularity: Uint32Array
  reviewScore: Uint16Array // in hundredths of a star
  createdAt: Uint32Array
  validUntil: Float64Array // 0 if unlimited
  firstVariant: Uint32Array
  variantCount: Uint16Array
}

/** The indexed data as typed arrays: product columns, variant columns and the postings of words. */
export class Table {
  rows = 0
  variants = 0
  /** Number of live products. */
  products = 0
  /** Number of deleted rows that still have postings. */
  stale = 0
  ids = new Ids()
  perRow: PerRow = {
    alive: new Uint8Array(0),
    leafOf: new Uint16Array(0),
    slotOf: new Uint32Array(0),
    textHash: new Uint32Array(0),
    popularity: new Uint32Array(0),
    reviewScore: new Uint16Array(0),
    createdAt: new Uint32Array(0),
    validUntil: new Float64Array(0),
    firstVariant: new Uint32Array(0),
    variantCount: new Uint16Array(0),
  }
  perVariant = { price: new Uint32Array(0), priceBar: new Uint8Array(0) }
  facts: Record<FactKey, Column> = { brand: new Column(), rating: new Column(), discount: new Column() }
  choice = new Column() // options and stock of a variant, as JSON
  leaves: Leaf[] = []
  specs = new Map<string, Dictionary>() // by key, shared by all leaves
  postings: Postings
  recent: Recent
  names = new Names()
  skus = new Skus()
  readonly #leafByPath = new Map<string, number>()
  readonly #choices: Choice[] = [[false]]

  /** `stem` must be the stemmer for `options.language`. */
  constructor(
    readonly options: Required<IndexOptions> = { language: 'en', descriptions: true },
    readonly stem: Stem = english,
  ) {
    this.postings = new Postings(stem)
    this.recent = new Recent(stem)
  }

  /**
   * Fills an empty table; fastest if the products are sorted by category. If an id occurs twice, the later product
   * wins.
   */
  async load(products: Iterable<Product> | AsyncIterable<Product>) {
    const builder = new PostingsBuilder()
    const skus = new SkusBuilder()
    for await (const product of products) {
      this.remove(product.id)
      if (product.variants.length === 0) continue
      const fields = fieldsOf(product, this.options.descriptions)
      const row = this.#add(product, hashOf(textsOf(product, fields)))
      for (const [term, field] of fieldOfTerm(fields)) builder.add(term, (row << FIELD_BITS) | field)
      skus.add(row, product)
    }
    this.postings = builder.build(this.stem)
    this.skus = skus.build()
  }

  /** Adds or updates the product; the next search reflects it. A product without variants is removed. */
  upsert(product: Product) {
    if (product.variants.length === 0) return this.remove(product.id)
    const fields = fieldsOf(product, this.options.descriptions)
    const hash = hashOf(textsOf(product, fields))
    const row = this.ids.find(product.id)
    if (row !== undefined && this.perRow.alive[row]) {
      if (this.perRow.textHash[row] === hash) return this.#write(row, product) // the hash includes the category
      this.remove(product.id)
    }
    const added = this.#add(product, hash)
    for (const [term, field] of fieldOfTerm(fields)) this.recent.add(term, (added << FIELD_BITS) | field)
    this.skus.add(added, product)
  }

  remove(id: string) {
    const row = this.ids.find(id)
    if (row === undefined || !this.perRow.alive[row]) return
    this.perRow.alive[row] = 0
    this.products--
    this.stale++
  }

  /**
   * Drops deleted rows from postings, SKUs and names, merges recent postings and SKUs, and frees the rows for reuse.
   */
  compact() {
    const { alive } = this.perRow
    this.postings = Postings.merged(this.stem, this.postings, this.recent, alive)
    this.recent = new Recent(this.stem)
    this.skus.pack(alive)
    this.names.pack(this.rows, alive)
    this.#packVariants()
    this.stale = 0
    for (const leaf of this.leaves) leaf.free = [...leaf.rows.subarray(0, leaf.size)].filter((row) => !alive[row])
  }

  /** Rebuilds the lookups of a table whose arrays were read from a snapshot. */
  ready(): this {
    this.leaves.forEach(({ path }, number) => {
      this.#leafByPath.set(path, number)
    })
    this.products = this.perRow.alive.subarray(0, this.rows).reduce((sum, one) => sum + one, 0)
    return this
  }

  /**
   * Returns the category's column for a filter key, and whether it is indexed by row or by slot (position in the
   * category).
   */
  column(leaf: Leaf, key: string): { column: Column; by: 'row' | 'slot' } | undefined {
    if (isFact(key)) return { column: this.facts[key], by: 'row' }
    const column = key.startsWith('spec.') ? leaf.specs.get(key.slice('spec.'.length)) : undefined
    return column && { column, by: 'slot' }
  }

  /** Returns the values of a filter key in all categories; an empty dictionary for an unknown key. */
  dictionary(key: string): Dictionary {
    if (isFact(key)) return this.facts[key].dictionary
    return (key.startsWith('spec.') && this.specs.get(key.slice('spec.'.length))) || new Dictionary()
  }

  /** Returns whether a product has this SKU; only letters and digits are compared. */
  hasSku(code: string): boolean {
    return Array.from(this.skus.find(code, false).exact).some((owner) => this.perRow.alive[owner >>> 8] === 1)
  }

  /** Returns whether a product has this folded word. */
  hasWord(word: string): boolean {
    const { alive } = this.perRow
    return [this.postings, this.recent].some((list) => {
      let found = false
      list.eachIn(...exactRange(list.terms, word), (postings, length) => {
        for (let i = 0; i < length && !found; i++) found = alive[postings[i]! >>> FIELD_BITS] === 1
      })
      return found
    })
  }

  get variantColumns(): VariantColumns {
    const { firstVariant, variantCount } = this.perRow
    return { firstVariant, variantCount, choice: this.choice.codes, ...this.perVariant }
  }

  /** All choices, indexed by their code. */
  get choices(): Choice[] {
    for (const json of this.choice.dictionary.values.slice(this.#choices.length))
      this.#choices.push(JSON.parse(String(json)))
    return this.#choices
  }

  #leaf(path: string): number {
    let number = this.#leafByPath.get(path)
    if (number === undefined) {
      number = this.leaves.push({ path, rows: new Uint32Array(0), size: 0, free: [], specs: new Map() }) - 1
      this.#leafByPath.set(path, number)
    }
    return number
  }

  #add(product: Product, hash: number): number {
    const number = this.#leaf(product.category)
    const leaf = this.leaves[number]!
    const reused = leaf.free.pop()
    const row = reused ?? this.rows
    this.ids.set(row, product.id)
    growAll(this.perRow, row + 1)
    if (reused === undefined) {
      this.rows++
      leaf.rows = grown(leaf.rows, leaf.size + 1)
      leaf.rows[leaf.size] = row
      this.perRow.leafOf[row] = number
      this.perRow.slotOf[row] = leaf.size++
      this.perRow.variantCount[row] = 0
    }
    this.perRow.textHash[row] = hash
    this.names.set(row, foldedWords(product.name).map(this.stem))
    this.perRow.alive[row] = 1
    this.products++
    this.#write(row, product)
    return row
  }

  #write(row: number, product: Product) {
    const { perRow } = this
    perRow.popularity[row] = product.popularity
    perRow.reviewScore[row] = reviewScoreOf(product)
    perRow.createdAt[row] = product.createdAt
    perRow.validUntil[row] = product.validUntil ?? 0
    for (const key of FACT_KEYS) this.facts[key].set(row, product[key])
    const leaf = this.leaves[perRow.leafOf[row]!]!
    const given = new Map(Object.entries(product.specs))
    for (const key of given.keys()) {
      if (leaf.specs.has(key)) continue
      const dictionary = this.specs.get(key) ?? new Dictionary()
      this.specs.set(key, dictionary)
      leaf.specs.set(key, new Column(dictionary))
    }
    for (const [key, column] of leaf.specs) column.set(perRow.slotOf[row]!, given.get(key))

    // If there are more variants than before, they move to the end; compaction reclaims their old place.
    if (product.variants.length > perRow.variantCount[row]!) {
      perRow.firstVariant[row] = this.variants
      this.variants += product.variants.length
      growAll(this.perVariant, this.variants)
    }
    perRow.variantCount[row] = product.variants.length
    product.variants.forEach(({ options, price, stock }, index) => {
      const at = perRow.firstVariant[row]! + index
      const choice: Choice = [stock > 0, ...Object.entries(options).sort().flat()]
      this.choice.set(at, JSON.stringify(choice))
      this.perVariant.price[at] = price
      this.perVariant.priceBar[at] = barOf(price)
    })
  }

  /** Removes unused places between variants and orders the variants by row. */
  #packVariants() {
    const { alive, firstVariant, variantCount } = this.perRow
    const { price, priceBar } = this.perVariant
    const { codes } = this.choice
    let count = 0
    for (let row = 0; row < this.rows; row++) {
      if (!alive[row]) variantCount[row] = 0
      count += variantCount[row]!
    }
    if (count === this.variants) return
    const packed = { price: new Uint32Array(count), priceBar: new Uint8Array(count) }
    const choices = codes instanceof Uint16Array ? new Uint16Array(count) : new Uint32Array(count)
    for (let row = 0, at = 0; row < this.rows; row++) {
      const [from, to] = [firstVariant[row]!, firstVariant[row]! + variantCount[row]!]
      packed.price.set(price.subarray(from, to), at)
      packed.priceBar.set(priceBar.subarray(from, to), at)
      choices.set(codes.subarray(from, to), at)
      firstVariant[row] = at
      at += to - from
    }
    this.perVariant = packed
    this.choice.codes = choices
    this.variants = count
  }
}
