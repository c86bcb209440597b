import { type ListingState, type LooseListing, listingState } from '@/lib/domain/listing/listing'
import { type QueryWord, type ReadQuery, saysMore, textOf, withoutPlaces } from '@/lib/domain/listing/query-words'
import type { SearchEngine } from '@/lib/search/search-engine'
import type { Filter, Result } from '@/lib/search/search-query'
import type { CategoryTree } from '@/lib/services/catalog/categories'
import { findShelfProducts, type ShelfDocument } from '@/lib/services/catalog/documents'
import { filterables, scopeOf } from '../index-query'
import { hasValue, namedValues, type ValueName } from './values'
import { categoriesNamed, meaningOf, type Vocabulary } from './vocabulary'

const MOST_NAMES_READ = 24
const LONGEST_NAME = 5
const MOST_BRANDS = 3
const MOST_CATEGORIES_TRIED = 3

/** What a listing of this category, or of the whole shop, can be filtered by. */
async function filtersIn(engine: SearchEngine, tree: CategoryTree, scope: Pick<ListingState, 'category' | 'q'>) {
  const base = await engine.search({ ...scopeOf({ ...listingState(), ...scope }), perPage: 0 })
  return filterables(scope.category === null ? tree : (tree.byPath.get(scope.category) ?? null), base)
}

/** What is found with these words as they stand, and those of the best hits that have all of them in their name. */
export async function namedProducts(engine: SearchEngine, { wordsOf }: Vocabulary, words: readonly QueryWord[]) {
  const found = await engine.search({ text: complete(textOf(words)), perPage: MOST_NAMES_READ })
  const typed = wordsOf(textOf(words))
  const documents = await findShelfProducts(found.hits.map(({ id }) => id))
  const named = documents.filter(({ name }) => {
    const own = new Set(wordsOf(name))
    return typed.length > 0 && typed.every((word) => own.has(word))
  })
  return { found, named }
}

// With a space behind it the last word is no beginning of another.
const complete = (text: string) => (text ? `${text} ` : '')

/** Neighbouring words, and what they mean. */
interface Span<T> {
  places: number[]
  means: T
}

/** Words that become filters: of the listing, and the same in the words of the index. */
interface Lift {
  change: LooseListing
  filters: Record<string, Filter>
  spans: readonly Span<unknown>[]
}

const placesOf = ({ spans }: Lift) => spans.flatMap(({ places }) => places)

/** Both at once. */
const joined = (one: Lift, other: Lift): Lift => ({
  change: { ...one.change, ...other.change },
  filters: { ...one.filters, ...other.filters },
  spans: [...one.spans, ...other.spans],
})

/** A text as far as it is understood. */
export class Draft {
  readonly #taken = new Set<number>()
  readonly #named: ShelfDocument[] = []
  #found: Result = { total: 0, hits: [], facets: {} }
  #loose: LooseListing
  #filters: Record<string, Filter> = {}

  constructor(
    readonly engine: SearchEngine,
    readonly tree: CategoryTree,
    readonly read: ReadQuery,
    readonly known: Vocabulary,
  ) {
    const { price, inStock, scope, rating, cheapFirst } = read
    this.#loose = { price, inStock, scope, rating: rating ?? 0, ...(cheapFirst && { sort: 'price' }) }
  }

  get hasLifted(): boolean {
    return Object.keys(this.#filters).length > 0 || this.#loose.category !== undefined
  }

  /** Whatever the price, stock and the like. */
  get findsNothing(): boolean {
    return this.read.words.length > 0 && !this.hasLifted && this.#found.total === 0
  }

  state(): ListingState {
    return listingState({ ...this.#loose, q: this.#rest([]) })
  }

  /** Looks at what the words find as they stand. */
  async look(): Promise<void> {
    const { found, named } = await namedProducts(this.engine, this.known, this.read.words)
    this.#found = found
    this.#named.push(...named)
  }

  async liftBrands(): Promise<void> {
    const spans = this.#spans((key) => this.known.brands.get(key)).slice(0, MOST_BRANDS)
    const names = [...new Set(spans.map(({ means }) => means.name))]
    if (spans.length === 0 || !this.#named.every(({ brand }) => names.includes(brand))) return
    await this.#lift({
      change: { filters: [['brand', spans.map(({ means }) => means.slug)]] },
      filters: { brand: names },
      spans,
    })
  }

  /**
   * Of several categories the one named last is tried first: a winter coat is a coat. Its colours and sizes go with
   * it, where it can be filtered by them, unless that finds nothing.
   */
  async liftCategory(withColours: boolean): Promise<void> {
    const spans = this.#spans((key) => categoriesNamed(this.known, key)).reverse()
    const choices = spans.flatMap(({ places, means }) => means.map((name) => ({ places, means: name })))
    for (const span of choices.slice(0, MOST_CATEGORIES_TRIED)) {
      const { path, isWhole, isSynonym } = span.means
      const isIn = (category: string) => category === path || category.startsWith(`${path}/`)
      if (!(isSynonym || this.#isWhereMostAre(isIn)) || !this.#named.every(({ category }) => isIn(category))) continue
      const above = spans.filter(({ means }) => means.some((name) => name.isWhole && path.startsWith(`${name.path}/`)))
      // One of the things in a category narrows it further: it stays a word.
      const lift: Lift = { change: { category: path }, filters: {}, spans: isWhole ? [span, ...above] : above }
      const values = await this.#valuesIn(path, placesOf(lift), withColours)
      if (values && (await this.#lift(joined(lift, values)))) return
      if (await this.#lift(lift)) return
    }
  }

  /** A colour without a category, where most of what is found as it stands comes in it. */
  async liftColour(): Promise<void> {
    if (this.#loose.category !== undefined) return
    const colours = await this.#valuesIn(null, [], true)
    if (!colours) return
    const [asWords, inColour] = await Promise.all([this.#count(null), this.#count(colours)])
    if (inColour * 2 >= asWords) await this.#lift(colours)
  }

  /** The values of filters that free words name, and that all products come in whose own name has these words. */
  async #valuesIn(path: string | null, taken: readonly number[], withColours: boolean): Promise<Lift | null> {
    const all = await filtersIn(this.engine, this.tree, { category: path, q: '' })
    const names = namedValues(all, this.known, { withColours })
    const spans = this.#spans((key) => meaningOf(names, this.known, key)).filter(
      (span) => !span.places.some((place) => taken.includes(place)),
    )
    if (spans.length === 0) return null
    const byFilter = new Map<string, ValueName[]>()
    for (const { means } of spans) byFilter.set(means.filter.key, [...(byFilter.get(means.filter.key) ?? []), means])
    const groups = [...byFilter.values()]
    // Who says a price as well describes what is wanted, and does not name it.
    const isDescribed = path === null && saysMore(this.read)
    const comesIn = (document: ShelfDocument) => groups.every((some) => some.some((one) => hasValue(document, one)))
    if (!isDescribed && !this.#named.every(comesIn)) return null
    return {
      change: { filters: groups.map((some) => [some[0]!.filter.key, some.map(({ slug }) => slug)] as const) },
      filters: Object.fromEntries(
        groups.map((some) => [some[0]!.filter.indexKey, [...new Set(some.map(({ value }) => value))]]),
      ),
      spans,
    }
  }

  /** What is found with all that is said: price, stock and reduction as well. */
  async #count(lift: Lift | null): Promise<number> {
    const { price, inStock, rating, scope } = this.read
    const said: Record<string, Filter> = {
      ...(price.min === undefined && price.max === undefined ? {} : { price }),
      ...(inStock && { inStock: [true] }),
      ...(rating !== null && { rating: { min: rating } }),
      ...(scope === 'deals' && { discount: { min: 1 } }),
    }
    return this.#total(lift, said)
  }

  async #total(lift: Lift | null, said: Record<string, Filter> = {}): Promise<number> {
    const category = lift?.change.category ?? this.#loose.category
    const { total } = await this.engine.search({
      text: complete(this.#rest(lift ? placesOf(lift) : [])),
      ...(category && { category }),
      filters: { ...this.#filters, ...lift?.filters, ...said },
      perPage: 0,
      facets: false,
    })
    return total
  }

  /** Whether most of what the words find as they stand is there; also where they find nothing. */
  #isWhereMostAre(isIn: (category: string) => boolean): boolean {
    const counts = this.#found.facets.category?.values ?? []
    const inside = counts.reduce((sum, [path, products]) => sum + (isIn(String(path)) ? products : 0), 0)
    return inside * 2 >= this.#found.total
  }

  /** The longest names first found from the left, among the words that are not taken or quoted. */
  #spans<T>(meaning: (key: string) => T | undefined): Span<T>[] {
    const spans: Span<T>[] = []
    const { words } = this.read
    const isFree = (place: number) => place < words.length && !this.#taken.has(place) && !words[place]!.isQuoted
    for (let from = 0; from < words.length; from++) {
      const places: number[] = []
      while (places.length < LONGEST_NAME && isFree(from + places.length)) places.push(from + places.length)
      for (; places.length > 0; places.pop()) {
        const key = this.known.keyOf(textOf(places.map((place) => words[place]!)))
        const means = key ? meaning(key) : undefined
        if (means === undefined) continue
        spans.push({ places: [...places], means })
        from += places.length - 1
        break
      }
    }
    return spans
  }

  /** Takes it over if anything is found with it, price and stock aside; tells whether. */
  async #lift(lift: Lift): Promise<boolean> {
    if ((await this.#total(lift)) === 0) return false
    const { change, filters } = lift
    this.#loose = { ...this.#loose, ...change, filters: [...(this.#loose.filters ?? []), ...(change.filters ?? [])] }
    this.#filters = { ...this.#filters, ...filters }
    for (const place of placesOf(lift)) this.#taken.add(place)
    return true
  }

  /** The text without what is taken. */
  #rest(more: readonly number[]): string {
    return textOf(withoutPlaces(this.read.words, [...this.#taken, ...more]))
  }
}
