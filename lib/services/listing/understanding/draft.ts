import { type ListingState, type LooseListing, listingState } from '@/lib/domain/listing/listing'
import {
  hasMoreThanWords,
  isExcluded,
  type QueryWord,
  type ReadQuery,
  textOf,
  withoutPlaces,
} from '@/lib/domain/listing/query-words'
import type { SearchEngine } from '@/lib/search/search-engine'
import type { Filter, Result } from '@/lib/search/search-query'
import type { CategoryTree } from '@/lib/services/catalog/categories'
import { type CardDocument, findCardDocuments } from '@/lib/services/catalog/documents'
import { filterables, scopeOf } from '../index-query'
import { hasValue, namedValues, type ValueName } from './values'
import { categoriesNamed, meaningOf, type Vocabulary } from './vocabulary'

const MAX_NAMES_READ = 24
const MAX_NAME_WORDS = 5
const MAX_BRANDS = 3
const MAX_CATEGORIES_TRIED = 3

/** Returns the filters of a category, or of the whole shop. */
async function filtersIn(engine: SearchEngine, tree: CategoryTree, scope: Pick<ListingState, 'category' | 'q'>) {
  const base = await engine.search({ ...scopeOf({ ...listingState(), ...scope }), perPage: 0 })
  return filterables(scope.category === null ? tree : (tree.byPath.get(scope.category) ?? null), base)
}

/** Returns the results for plain words, and the best of them with all words in their name. */
export async function namedProducts(engine: SearchEngine, { wordsOf, alike }: Vocabulary, words: readonly QueryWord[]) {
  const found = await engine.search({ text: textOf(words), exact: true, perPage: MAX_NAMES_READ })
  const typed = wordsOf(textOf(words.filter((word) => !isExcluded(word))))
  const documents = await findCardDocuments(found.hits.map(({ id }) => id))
  const named = documents.filter(({ name }) => {
    const own = new Set(wordsOf(name))
    return (
      typed.length > 0 &&
      typed.every((word) => own.has(word) || (typed.length > 1 && alike.get(word)?.some((other) => own.has(other))))
    )
  })
  return { found, named }
}

/** Adjacent words and what they mean. */
interface Span<T> {
  places: number[]
  means: T
}

/** Words that became filters, both as listing state and as index query. */
interface Lift {
  change: LooseListing
  filters: Record<string, Filter>
  spans: readonly Span<unknown>[]
}

const placesOf = ({ spans }: Lift) => spans.flatMap(({ places }) => places)

/** Combines two interpretations. */
const joined = (one: Lift, other: Lift): Lift => ({
  change: { ...one.change, ...other.change },
  filters: { ...one.filters, ...other.filters },
  spans: [...one.spans, ...other.spans],
})

/** A query being interpreted. */
export class Draft {
  readonly #taken = new Set<number>()
  readonly #named: CardDocument[] = []
  #found: Result = { total: 0, hits: [], facets: {} }
  /** That of the results for the words that stay text. */
  #weakMatch: Result['weakMatch']
  #loose: LooseListing
  #filters: Record<string, Filter> = {}

  constructor(
    readonly engine: SearchEngine,
    readonly tree: CategoryTree,
    readonly read: ReadQuery,
    readonly known: Vocabulary,
  ) {
    const { price, inStock, scope, rating, isCheapestFirst } = read
    this.#loose = { price, inStock, scope, rating: rating ?? 0, ...(isCheapestFirst && { sort: 'price' }) }
  }

  get hasLifted(): boolean {
    return Object.keys(this.#filters).length > 0 || this.#loose.category !== undefined
  }

  /** Whether there are no results even when the price, stock and rating filters are ignored. */
  get findsNothing(): boolean {
    return this.read.words.length > 0 && !this.hasLifted && this.#found.total === 0
  }

  /**
   * Whether the results are probably not meant: the words occur only in descriptions, or one of them names a category in
   * which there are no results.
   */
  get isDoubtful(): boolean {
    if (this.#named.length > 0) return false
    if (this.#rest([]) !== '' && this.#weakMatch === 'descriptions') return true
    if (this.#loose.category !== undefined) return false
    const found = (this.#found.facets.category?.values ?? []).map(([path]) => `${path}/`)
    return this.#spans((key) => categoriesNamed(this.known, key)).some(
      ({ means }) => !means.some(({ path }) => found.some((one) => one.startsWith(`${path}/`))),
    )
  }

  state(): ListingState {
    return listingState({ ...this.#loose, q: this.#rest([]) })
  }

  /** Searches for the plain words, to compare interpretations with their results. */
  async look(): Promise<void> {
    const { found, named } = await namedProducts(this.engine, this.known, this.read.words)
    this.#found = found
    this.#weakMatch = found.weakMatch
    this.#named.push(...named)
  }

  async liftBrands(): Promise<void> {
    const spans = this.#spans((key) => this.known.brands.get(key)).slice(0, MAX_BRANDS)
    const names = [...new Set(spans.map(({ means }) => means.name))]
    if (spans.length === 0 || !this.#named.every(({ brand }) => names.includes(brand))) return
    await this.#lift({
      change: { filters: [['brand', spans.map(({ means }) => means.slug)]] },
      filters: { brand: names },
      spans,
    })
  }

  /**
   * Turns a category name into a filter. Tries the last name first, because a winter coat is a coat. Also turns words
   * into colours and sizes of that category, unless nothing is found then.
   */
  async liftCategory(withColours: boolean): Promise<void> {
    const spans = this.#spans((key) => categoriesNamed(this.known, key)).reverse()
    const choices = spans.flatMap(({ places, means }) => means.map((name) => ({ places, means: name })))
    for (const span of choices.slice(0, MAX_CATEGORIES_TRIED)) {
      const { path, isWhole, isSynonym } = span.means
      const isIn = (category: string) => category === path || category.startsWith(`${path}/`)
      if (!(isSynonym || this.#isWhereMostAre(isIn)) || !this.#named.every(({ category }) => isIn(category))) continue
      const above = spans.filter(({ means }) => means.some((name) => name.isWhole && path.startsWith(`${name.path}/`)))
      // A name that only covers part of a category's name narrows the category further, so it stays a word.
      const lift: Lift = { change: { category: path }, filters: {}, spans: isWhole ? [span, ...above] : above }
      const values = await this.#valuesIn(path, placesOf(lift), withColours)
      if (values && (await this.#lift(joined(lift, values)))) return
      if (await this.#lift(lift)) return
      // The word narrows nothing, because no product has it: it names the category.
      if (!isWhole && (await this.#lift({ ...lift, spans: [span, ...above] }))) return
    }
  }

  /** Turns a colour into a filter if most results for the plain words have this colour. */
  async liftColour(): Promise<void> {
    if (this.#loose.category !== undefined) return
    const colours = await this.#valuesIn(null, [], true)
    if (!colours) return
    const [asWords, inColour] = await Promise.all([this.#count(null), this.#count(colours)])
    if (inColour * 2 >= asWords) await this.#lift(colours)
  }

  /** Returns the filter values that free words name, provided that all products named with these words have them. */
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
    // A query with a price describes a product instead of naming one.
    const isDescribed = path === null && hasMoreThanWords(this.read)
    const comesIn = (document: CardDocument) => groups.every((some) => some.some((one) => hasValue(document, one)))
    if (!isDescribed && !this.#named.every(comesIn)) return null
    return {
      change: { filters: groups.map((some) => [some[0]!.filter.key, some.map(({ slug }) => slug)] as const) },
      filters: Object.fromEntries(
        groups.map((some) => [some[0]!.filter.indexKey, [...new Set(some.map(({ value }) => value))]]),
      ),
      spans,
    }
  }

  /** Counts the results with all conditions, including price, stock and sale. */
  async #count(lift: Lift | null): Promise<number> {
    const { price, inStock, rating, scope } = this.read
    const said: Record<string, Filter> = {
      ...(price.min === undefined && price.max === undefined ? {} : { price }),
      ...(inStock && { inStock: [true] }),
      ...(rating !== null && { rating: { min: rating } }),
      ...(scope === 'deals' && { discount: { min: 1 } }),
    }
    return (await this.#search(lift, said)).total
  }

  #search(lift: Lift | null, said: Record<string, Filter> = {}): Promise<Result> {
    const category = lift?.change.category ?? this.#loose.category
    return this.engine.search({
      text: this.#rest(lift ? placesOf(lift) : []),
      exact: true,
      ...(category && { category }),
      filters: { ...this.#filters, ...lift?.filters, ...said },
      perPage: 0,
      facets: false,
    })
  }

  /** Returns whether most results for the plain words match; true if there are no results. */
  #isWhereMostAre(isIn: (category: string) => boolean): boolean {
    const counts = this.#found.facets.category?.values ?? []
    const inside = counts.reduce((sum, [path, products]) => sum + (isIn(String(path)) ? products : 0), 0)
    return inside * 2 >= this.#found.total
  }

  /** Returns the longest known names, from left to right, among free and unquoted words. */
  #spans<T>(meaning: (key: string) => T | undefined): Span<T>[] {
    const spans: Span<T>[] = []
    const { words } = this.read
    const isFree = (place: number) => {
      const word = words[place]
      return word !== undefined && !this.#taken.has(place) && !word.isQuoted && !isExcluded(word)
    }
    for (let from = 0; from < words.length; from++) {
      const places: number[] = []
      while (places.length < MAX_NAME_WORDS && isFree(from + places.length)) places.push(from + places.length)
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

  /** Applies the interpretation if it has results, regardless of price and stock; returns whether it did. */
  async #lift(lift: Lift): Promise<boolean> {
    const { total, weakMatch } = await this.#search(lift)
    if (total === 0) return false
    this.#weakMatch = weakMatch
    const { change, filters } = lift
    this.#loose = { ...this.#loose, ...change, filters: [...(this.#loose.filters ?? []), ...(change.filters ?? [])] }
    this.#filters = { ...this.#filters, ...filters }
    for (const place of placesOf(lift)) this.#taken.add(place)
    return true
  }

  /** Returns the text without the interpreted words. */
  #rest(more: readonly number[]): string {
    return textOf(withoutPlaces(this.read.words, [...this.#taken, ...more]))
  }
}
