import { type ListingState, type LooseListing, listingState } from '@/lib/domain/listing/listing'
import {
  bareText,
  hasMoreThanWords,
  isExcluded,
  type ReadQuery,
  textOf,
  withoutPlaces,
} from '@/lib/domain/listing/query-words'
import type { SearchEngine } from '@/lib/search/search-engine'
import type { Filter, Result } from '@/lib/search/search-query'
import type { CategoryTree } from '@/lib/services/catalog/categories'
import type { CardDocument } from '@/lib/services/catalog/documents'
import { byFilter, joined, type Lift, liftOf, placesOf, UNSOLD } from './lift'
import { filtersIn, isHeadless, namedProducts, scopeOfWord, shelfOf } from './lookups'
import { endOfThing, excludedSpans, isSize, type Span, spansOf } from './spans'
import { hasValue, namedValues, type ValueName } from './values'
import { categoriesNamed, meaningOf, type Vocabulary } from './vocabulary'

const MAX_BRANDS = 3
const BEST = 3
const MAX_CATEGORIES_TRIED = 3

/** A query being interpreted. */
export class Draft {
  readonly #taken = new Set<number>()
  readonly #named: CardDocument[] = []
  #found: Result = { total: 0, hits: [], facets: {} }
  #isHeadless = false
  /** Categories of the best results for the plain words. */
  #bestCategories: string[] = []
  /** That of the results for the words that stay text. */
  #weakMatch: Result['weakMatch']
  #loose: LooseListing
  #filters: Record<string, Filter> = {}
  /** Sizes that the category does not have. */
  readonly #unsold: string[] = []

  constructor(
    readonly engine: SearchEngine,
    readonly tree: CategoryTree,
    readonly read: ReadQuery,
    readonly known: Vocabulary,
  ) {
    const { price, inStock, scope, rating, sort } = read
    this.#loose = { price, inStock, scope, rating: rating ?? 0, ...(sort && { sort }) }
  }

  get hasLifted(): boolean {
    return Object.keys(this.#filters).length > 0 || this.#loose.category !== undefined
  }

  /** Whether there are results, which are probably meant. */
  get isFound(): boolean {
    return !this.findsNothing && !this.isDoubtful
  }

  /** Whether products only have the thing that is asked for as a word that describes another: "card" in "card game". */
  get isHeadless(): boolean {
    return this.#isHeadless
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
    if (this.#isHeadless && this.read.words.length > 1) return true
    if (this.#rest([]) !== '' && this.#weakMatch === 'descriptions') return true
    if (this.#loose.category !== undefined) return false
    const found = (this.#found.facets.category?.values ?? []).map(([path]) => `${path}/`)
    const end = endOfThing(this.read.words)
    return this.#spans((key) => categoriesNamed(this.known, key)).some(
      ({ means, places }) =>
        places[0]! < end && !means.some(({ path }) => found.some((one) => one.startsWith(`${path}/`))),
    )
  }

  /** Sizes of the query that the category does not have, so that they were left out. */
  get unsoldSizes(): readonly string[] {
    return this.#unsold
  }

  state(): ListingState {
    return listingState({ ...this.#loose, q: this.#rest([]) })
  }

  /** Searches for the plain words, to compare interpretations with their results. */
  async look(): Promise<void> {
    const { found, documents, named } = await namedProducts(this.engine, this.known, this.read.words)
    this.#found = found
    this.#bestCategories = documents.slice(0, BEST).map(({ category }) => category)
    this.#isHeadless = isHeadless(this.known, this.read.words, documents)
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
   * Turns a category name into a filter. Tries the last name of the thing first, because a winter coat is a coat and a
   * backpack for a laptop is a backpack. Also turns words into colours and sizes of that category, unless nothing is
   * found then.
   */
  async liftCategory(withColours: boolean): Promise<void> {
    const end = endOfThing(this.read.words)
    const inOrder = this.#spans((key) => categoriesNamed(this.known, key)).reverse()
    const isUse = ({ places }: Span<unknown>) => places[0]! >= end
    const spans = [...inOrder.filter((span) => !isUse(span)), ...inOrder.filter(isUse)]
    const choices = spans.flatMap(({ places, means }) => means.map((name) => ({ places, means: name })))
    for (const span of choices.slice(0, MAX_CATEGORIES_TRIED)) {
      const { path, isWhole, isSynonym } = span.means
      const isIn = (category: string) => category === path || category.startsWith(`${path}/`)
      if (!(isSynonym || this.#isWhereMostAre(isIn)) || !this.#named.every(({ category }) => isIn(category))) continue
      const above = spans.filter(({ means }) => means.some((name) => name.isWhole && path.startsWith(`${name.path}/`)))
      // A name that only covers part of a category's name narrows the category further, so it stays a word.
      const lift: Lift = { change: { category: path }, filters: {}, spans: isWhole ? [span, ...above] : above }
      const values = await this.#valuesIn(path, placesOf(lift), withColours)
      if (values && (await this.#lift(this.#withoutSizes(joined(lift, values))))) return
      if (await this.#lift(this.#withoutSizes(lift))) return
      // The word narrows nothing, because no product has it: it names the category.
      if (
        !isWhole &&
        !this.read.words.some(isExcluded) &&
        (await this.#lift(this.#withoutSizes({ ...lift, spans: [span, ...above] })))
      )
        return
    }
  }

  /**
   * Turns what a query says of a thing into filters where the thing names no category, but nearly all products named so
   * are in one: "tent for 4 people".
   */
  async liftShelf(): Promise<void> {
    if (this.#loose.category !== undefined) return
    const { words } = this.read
    const said = [
      ...this.#spans((key) => this.known.values.get(key)),
      ...this.#excludedSpans((key) => this.known.negated.get(key)),
    ]
    if (said.length === 0) return
    const besides = [...words.keys()].filter((place) => isExcluded(words[place]!) || isSize(words[place]!))
    const rest = withoutPlaces(words, [...this.#taken, ...said.flatMap(({ places }) => places), ...besides])
    if (rest.length === 0) return
    const path = await shelfOf(this.engine, rest)
    if (path === null || !said.some(({ means }) => means.includes(path))) return
    const lift: Lift = { change: { category: path }, filters: {}, spans: [] }
    const values = await this.#valuesIn(path, [], false)
    if (values) await this.#lift(this.#withoutSizes(joined(lift, values)))
  }

  /** Turns a query that only excludes words into the category that has them. */
  async liftExclusion(): Promise<void> {
    const words = this.read.words.filter((_, place) => !this.#taken.has(place))
    if (this.hasLifted || words.length === 0 || !words.every(isExcluded)) return
    const scopes = await Promise.all(words.map((word) => scopeOfWord(this.engine, bareText(word))))
    const path = scopes.find((scope) => scope !== undefined && scope !== null)
    if (path) await this.#lift({ change: { category: path }, filters: {}, spans: [] })
  }

  /**
   * Leaves out the words to exclude that exclude nothing, unless the shop knows them as a name, and returns them: no
   * product says whether it is free of them.
   */
  async leaveOutUnsaid(): Promise<string[]> {
    const places = [...this.read.words.keys()].filter(
      (place) => !this.#taken.has(place) && isExcluded(this.read.words[place]!),
    )
    const unsaid: number[] = []
    for (const place of places) {
      const key = this.known.keyOf(bareText(this.read.words[place]!))
      const { brands, categories, said } = this.known
      if ([brands, categories, said].some((names) => names.has(key))) continue
      const without: Lift = { change: {}, filters: {}, spans: [{ places: [place], means: null }] }
      const [all, others] = await Promise.all([this.#search(without), this.#search(null)])
      if (all.total === others.total) unsaid.push(place)
    }
    const isAll = unsaid.length + this.#taken.size === this.read.words.length && !this.hasLifted
    if (!isAll) for (const place of unsaid) this.#taken.add(place)
    return unsaid.map((place) => this.read.words[place]!.typed ?? bareText(this.read.words[place]!))
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
    const { names, negated, labels } = namedValues(all, this.known, { withColours })
    const excluded = this.#excludedSpans((key) => meaningOf(negated, this.known, key))
    const spans = [...this.#spans((key) => meaningOf(names, this.known, key)), ...excluded].filter(
      (span) => !span.places.some((place) => taken.includes(place)),
    )
    if (spans.length === 0) return null
    const isLabel = (key: string) => [key, ...(this.known.alike.get(key) ?? [])].some((one) => labels.has(one))
    const beside = this.#spans((key) => (isLabel(key) ? key : undefined)).filter(({ places }) =>
      spans.some((span) => span.places.includes(places[0]! - 1) || span.places.includes(places.at(-1)! + 1)),
    )
    const groups = byFilter(spans)
    // A query with a price describes a product instead of naming one.
    const isDescribed = path === null && hasMoreThanWords(this.read)
    // What is excluded is excluded, even if the other words are the name of a product.
    const isExcluding = (some: ValueName[]) => excluded.some(({ means }) => some.includes(means))
    const comesIn = (document: CardDocument) =>
      groups.every((some) => isExcluding(some) || some.some((one) => hasValue(document, one)))
    if (!isDescribed && !this.#named.every(comesIn)) return null
    return liftOf(groups, [...spans, ...beside])
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

  /** Returns whether most results for the plain words, or all of the best ones, match; true if none has the words outside its description. */
  #isWhereMostAre(isIn: (category: string) => boolean): boolean {
    if (this.#found.weakMatch === 'descriptions' || this.#bestCategories.every(isIn)) return true
    const counts = this.#found.facets.category?.values ?? []
    const inside = counts.reduce((sum, [path, products]) => sum + (isIn(String(path)) ? products : 0), 0)
    return inside * 2 >= this.#found.total
  }

  /** Returns the longest known names, from left to right, among free and unquoted words. */
  #spans<T>(meaning: (key: string) => T | undefined): Span<T>[] {
    return spansOf(this.read.words, this.known, { isFree: (place) => !this.#taken.has(place), meaning })
  }

  #excludedSpans<T>(meaning: (key: string) => T | undefined): Span<T>[] {
    return excludedSpans(this.read.words, this.known, { isFree: (place) => !this.#taken.has(place), meaning })
  }

  /** Adds the sizes that did not become filters, because a size that is not sold must not be searched for as a word. */
  #withoutSizes(lift: Lift): Lift {
    const { words } = this.read
    const used = [...this.#taken, ...placesOf(lift)]
    const unsold = [...words.keys()].filter((place) => isSize(words[place]!) && !used.includes(place))
    return { ...lift, spans: [...lift.spans, ...unsold.map((place) => ({ places: [place], means: UNSOLD }))] }
  }

  /** Applies the interpretation if it has results, regardless of price and stock; returns whether it did. */
  async #lift(lift: Lift): Promise<boolean> {
    const { total, weakMatch } = await this.#search(lift)
    if (total === 0) return false
    this.#weakMatch = weakMatch
    const { change, filters } = lift
    this.#loose = { ...this.#loose, ...change, filters: [...(this.#loose.filters ?? []), ...(change.filters ?? [])] }
    this.#filters = { ...this.#filters, ...filters }
    for (const { places, means } of lift.spans) {
      if (means === UNSOLD) this.#unsold.push(textOf(places.map((place) => this.read.words[place]!)))
      for (const place of places) this.#taken.add(place)
    }
    return true
  }

  /** Returns the text without the interpreted words. */
  #rest(more: readonly number[]): string {
    return textOf(withoutPlaces(this.read.words, [...this.#taken, ...more]))
  }
}
