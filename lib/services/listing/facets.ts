import type {
  FacetView,
  ListingView,
  RangeFacetView,
  RatingFacetView,
  ValueFacetView,
} from '@/lib/contracts/listing/listing'
import { colourOf } from '@/lib/domain/catalog/colours'
import { formatNumber, isColour } from '@/lib/domain/catalog/specs'
import { isOpen, type ListingState, MAX_RATING_FILTER, type Range } from '@/lib/domain/listing/listing'
import { shortMoney } from '@/lib/domain/pricing/money'
import { barsOf } from '@/lib/search/index/histogram'
import type { Facet, NumberFacet, Result } from '@/lib/search/search-query'
import type { Filterable } from './index-query'

const MAX_BARS = 24
const SHORT_WORD = 9
const FEW_WORDS = 10

/** Returns facets in display order: brand, price, specs in schema order, rating. */
export function facetViews(state: ListingState, all: Filterable[], found: Result, base: Result): FacetView[] {
  const views = all.map((filterable) =>
    filterable.values
      ? valueFacet(state, filterable, found.facets[filterable.indexKey])
      : rangeFacet(state, filterable, found.facets[filterable.indexKey], base.facets[filterable.indexKey]),
  )
  const [brand, ...specs] = views
  const price = priceFacet(state, found.facets.price, base.facets.price)
  return [brand, price, ...specs, ratingFacet(state, found.facets.rating)].filter((view) => !!view)
}

/** Returns a facet of values, hiding unselected values without results; null if it leaves no choice. */
function valueFacet(
  state: ListingState,
  { key, label, values, spec }: Filterable,
  facet?: Facet,
): ValueFacetView | null {
  const counts = new Map(facet?.values)
  const chosen = new Set(state.filters.get(key))
  const options = (values ?? [])
    .map(({ value, label, slug }) => ({
      slug,
      label,
      count: counts.get(value) ?? 0,
      colour: spec && isColour(spec) ? colourOf(slug) : undefined,
    }))
    .filter(({ slug, count }) => count > 0 || chosen.has(slug))
  if (options.length < 2 && chosen.size === 0) return null
  const areWords =
    key !== 'brand' &&
    options.length <= FEW_WORDS &&
    options.every(({ label, colour }) => label.length <= SHORT_WORD && !colour)
  return { kind: 'values', key, label, look: areWords ? 'words' : 'rows', options }
}

function rangeFacet(
  state: ListingState,
  { key, label, spec }: Filterable,
  found?: Facet,
  base?: Facet,
): RangeFacetView | null {
  const chosen = state.ranges.has(key)
  return boundsView({ kind: 'range', key, label, unit: spec?.unit ?? '' }, chosen, found, base)
}

function priceFacet(state: ListingState, found?: Facet, base?: Facet): RangeFacetView | null {
  return boundsView({ kind: 'price', key: 'price', label: 'Price', unit: '€' }, !isOpen(state.price), found, base)
}

/**
 * Returns a facet with bars. Their bounds come from the unfiltered listing, so that they do not move when filters
 * change.
 */
function boundsView(
  named: Pick<RangeFacetView, 'kind' | 'key' | 'label' | 'unit'>,
  isChosen: boolean,
  found: Facet | undefined,
  base: Facet | undefined,
): RangeFacetView | null {
  if (!isNumbers(base) || (base.min === base.max && !isChosen)) return null
  const step = stepOf(base, named.kind === 'price' ? 100 : 0)
  const histogram = isNumbers(found) ? found.histogram : []
  const bars = barsOf({ histogram, min: base.min, max: base.max }, MAX_BARS)
  return {
    ...named,
    min: tidy(Math.floor(base.min / step) * step),
    max: tidy(Math.ceil(base.max / step) * step),
    step,
    bars: bars.map(([from, count]) => ({ from, count })),
  }
}

/** Counts products with at least four stars, three stars and so on; null without ratings. */
function ratingFacet({ rating }: ListingState, found?: Facet): RatingFacetView | null {
  const rated = (found?.values ?? []).filter(([average]) => Number(average) > 0)
  if (rated.length === 0 && rating === 0) return null
  const atLeast = (stars: number) =>
    rated.reduce((sum, [average, products]) => sum + (Number(average) >= stars ? products : 0), 0)
  const options = Array.from({ length: MAX_RATING_FILTER }, (_, index) => MAX_RATING_FILTER - index)
  return {
    kind: 'rating',
    key: 'rating',
    label: 'Rating',
    options: options.map((stars) => ({ stars, count: atLeast(stars) })),
  }
}

const isNumbers = (facet: Facet | undefined): facet is NumberFacet => facet !== undefined && 'histogram' in facet

/** Returns a round step that divides the range into about a hundred steps. */
function stepOf({ min, max }: NumberFacet, least: number): number {
  const rough = (max - min) / 100 || 1
  const power = 10 ** Math.floor(Math.log10(rough))
  const round = [1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10
  return Math.max(tidy(round * power), least)
}

const tidy = (value: number) => Number(value.toFixed(4))

/** Returns the active filters with their labels. */
export function activeChips(state: ListingState, all: Filterable[]): ListingView['chips'] {
  const chips: ListingView['chips'] = all.flatMap(({ key, label, values, spec }) => {
    const range = state.ranges.get(key)
    if (range) return [{ key, label: `${label}: ${rangeWords(range, (value) => formatNumber(value, spec?.unit))}` }]
    return (state.filters.get(key) ?? []).map((slug) => {
      const value = values?.find((one) => one.slug === slug)?.label ?? slug
      return { key, slug, label: spec?.type === 'boolean' ? `${label}: ${value}` : value }
    })
  })
  if (!isOpen(state.price)) chips.push({ key: 'price', label: rangeWords(state.price, shortMoney) })
  if (state.inStock) chips.push({ key: 'stock', label: 'In stock' })
  if (state.rating > 0) chips.push({ key: 'rating', label: `${state.rating} stars and up` })
  return chips
}

function rangeWords({ min, max }: Range, text: (value: number) => string): string {
  if (min === undefined) return `up to ${text(max ?? 0)}`
  return max === undefined ? `from ${text(min)}` : `${text(min)} to ${text(max)}`
}
