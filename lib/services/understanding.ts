import { type ListingState, type LooseListing, listingState } from '@/lib/domain/listing'
import { type QueryWord, type ReadQuery, readQuery, saysMore, textOf, withoutPlaces } from '@/lib/domain/query-words'
import { isColour } from '@/lib/domain/specs'
import { type LiveIndex, liveIndex } from '@/lib/search/live'
import type { Filter, Result } from '@/lib/search/query'
import { findShelfProducts, type ShelfDocument } from './catalog'
import { type CategoryTree, categoryTree } from './categories'
import { filterables } from './listing-query'
import { categoriesNamed, meaningOf, type Vocabulary, vocabulary } from './understanding-vocabulary'
import { placesToLeaveOut } from './unknown-words'

/** What of a text may name something in the catalogue, or be a word all the same. */
export const NAMED_KINDS = ['category', 'brand', 'colour'] as const
export type NamedKind = (typeof NAMED_KINDS)[number]

const MOST_NAMES_READ = 24
const LONGEST_NAME = 5
const MOST_BRANDS = 3
const MOST_CATEGORIES_TRIED = 3

/**
 * The listing that a typed text asks for: brand, category, colour, price and the like as filters, the rest as text.
 * A name is lifted out of the text only where products are found so, and never where a product would be lost whose own
 * name has all the words. `asWords` names the kinds that are to stay text. Where nothing is found so, words that nothing
 * here is called are `left` out, if that helps. What was typed is kept as `asked`, unless nothing was understood.
 */
export async function understand(text: string, asWords: ReadonlySet<NamedKind> = new Set()): Promise<ListingState> {
  const literal = listingState({ q: text })
  if (literal.q === '') return literal
  const [index, tree] = await Promise.all([liveIndex(), categoryTree()])
  const known = await vocabulary(index, tree)
  const read = await soundly(index, known, literal.q)
  const drafted = async (words: QueryWord[]) => {
    const draft = new Draft(index, tree, { ...read, words }, known)
    if (words.some(({ isQuoted }) => !isQuoted)) {
      await draft.look()
      if (!asWords.has('brand')) await draft.liftBrands()
      if (!asWords.has('category')) await draft.liftCategory(!asWords.has('colour'))
    }
    return draft
  }
  const draft = await drafted(read.words)
  for (const places of draft.findsNothing ? await placesToLeaveOut(index, known, read.words) : []) {
    const rest = await drafted(withoutPlaces(read.words, places))
    if (rest.findsNothing) continue
    const left = places.map((place) => bare(read.words[place]!.text))
    return listingState({ ...rest.state(), asked: literal.q, left })
  }
  const isMore = draft.hasLifted || saysMore(read)
  return isMore ? listingState({ ...draft.state(), asked: literal.q }) : literal
}

const bare = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '')

/** What the text says by grammar; nothing where it is how a product or a brand is called: "Under 30", "New Balance". */
async function soundly(index: LiveIndex, known: Vocabulary, text: string): Promise<ReadQuery> {
  const read = readQuery(text)
  if (!saysMore(read)) return read
  const plain = text.split(' ').map((word) => ({ text: word, isQuoted: false }))
  const key = `${known.keyOf(text)} `
  const isBrand =
    read.scope === 'new' &&
    [...known.brands.keys()].some((name) => name.startsWith('new ') && key.startsWith(`${name} `))
  const { named } = await namedProducts(index, known, plain)
  if (!isBrand && named.length === 0) return read
  return { words: plain, price: {}, inStock: false, scope: 'all', rating: null }
}

/** What is found with these words as they stand, and those of the best hits that have all of them in their name. */
async function namedProducts(index: LiveIndex, { wordsOf }: Vocabulary, words: readonly QueryWord[]) {
  const found = await index.search({ text: complete(textOf(words)), perPage: MOST_NAMES_READ })
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

/** A text as far as it is understood. */
class Draft {
  readonly #taken = new Set<number>()
  readonly #named: ShelfDocument[] = []
  #found: Result = { total: 0, hits: [], facets: {} }
  #loose: LooseListing
  #filters: Record<string, Filter> = {}

  constructor(
    readonly index: LiveIndex,
    readonly tree: CategoryTree,
    readonly read: ReadQuery,
    readonly known: Vocabulary,
  ) {
    const { price, inStock, scope, rating } = read
    this.#loose = { price, inStock, scope, rating: rating ?? 0 }
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
    const { found, named } = await namedProducts(this.index, this.known, this.read.words)
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
   * Of several categories the one named last is tried first: a winter coat is a coat. Its colours go with it, where it
   * can be filtered by them, unless that finds nothing.
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
      const coloured = withColours ? await this.#withColours(path, lift) : null
      if (coloured && (await this.#lift(coloured))) return
      if (await this.#lift(lift)) return
    }
  }

  async #withColours(path: string, { change, filters, spans: taken }: Lift): Promise<Lift | null> {
    const category = this.tree.byPath.get(path)
    const base = await this.index.search({ category: path, perPage: 0 })
    const colour = category && filterables(category, base).find(({ spec }) => spec && isColour(spec))
    const known = new Map(colour?.values?.map((value) => [this.known.keyOf(value.label), value]))
    const places = new Set(taken.flatMap(({ places }) => places))
    const spans = this.#spans((key) => meaningOf(known, this.known, key)).filter(
      (span) => !span.places.some((place) => places.has(place)),
    )
    if (!colour || spans.length === 0) return null
    const values = [...new Set(spans.map(({ means }) => means.value))]
    const comesIn = ({ specs, variants }: ShelfDocument) =>
      [specs[colour.key], ...variants.map(({ options }) => options[colour.key])]
        .flat()
        .some((own) => values.some((value) => value === own))
    if (!this.#named.every(comesIn)) return null
    const chosen = [colour.key, spans.map(({ means }) => means.slug)] as const
    return {
      change: { ...change, filters: [...(this.#loose.filters ?? []), chosen] },
      filters: { ...filters, [colour.indexKey]: values },
      spans: [...taken, ...spans],
    }
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
  async #lift({ change, filters, spans }: Lift): Promise<boolean> {
    const places = spans.flatMap(({ places }) => places)
    const loose = { ...this.#loose, ...change }
    const wanted = { ...this.#filters, ...filters }
    const { total } = await this.index.search({
      text: complete(this.#rest(places)),
      ...(loose.category ? { category: loose.category } : {}),
      filters: wanted,
      perPage: 0,
      facets: false,
    })
    if (total === 0) return false
    this.#loose = loose
    this.#filters = wanted
    for (const place of places) this.#taken.add(place)
    return true
  }

  /** The text without what is taken. */
  #rest(more: readonly number[]): string {
    return textOf(withoutPlaces(this.read.words, [...this.#taken, ...more]))
  }
}
