import type { FacetView, RangeFacetView, ValueFacetView } from '@/lib/contracts/listing'
import { colourOf } from '@/lib/domain/colours'
import { isOpen, type ListingState, type Range, toggled, withPrice, withRange, withStock } from '@/lib/domain/listing'
import { listingUrl, RANGE_PLACE } from '@/lib/domain/listing-url'
import { shortMoney } from '@/lib/domain/money'
import { formatNumber, isColour } from '@/lib/domain/specs'
import { barsOf } from '@/lib/search/histogram'
import type { Facet, NumberFacet, Result } from '@/lib/search/query'
import type { Filterable } from './listing-query'

const MOST_BARS = 24
const SHORT_WORD = 9
const FEW_WORDS = 10

/** Facets in the order in which they are shown: brand, price, then the specs in the order of the schema. */
export function facetViews(state: ListingState, all: Filterable[], found: Result, base: Result): FacetView[] {
  const views = all.map((filterable) =>
    filterable.values
      ? valueFacet(state, filterable, found.facets[filterable.indexKey])
      : rangeFacet(state, filterable, found.facets[filterable.indexKey], base.facets[filterable.indexKey]),
  )
  const [brand, ...specs] = views
  return [brand, priceFacet(state, found.facets.price, base.facets.price), ...specs].filter(
    (view) => view !== null && view !== undefined,
  )
}

/** Values that nothing would be found with are hidden, unless they are chosen; so is a facet that leaves no choice. */
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
    .map((option) => ({
      ...option,
      selected: chosen.has(option.slug),
      href: listingUrl(toggled(state, key, option.slug)),
    }))
  if (options.length < 2 && chosen.size === 0) return null
  const areWords =
    key !== 'brand' &&
    options.length <= FEW_WORDS &&
    options.every(({ label, colour }) => label.length <= SHORT_WORD && !colour)
  return { kind: 'values', key, label, look: areWords ? 'words' : 'rows', options, active: chosen.size > 0 }
}

function rangeFacet(
  state: ListingState,
  { key, label, spec }: Filterable,
  found?: Facet,
  base?: Facet,
): RangeFacetView | null {
  return boundsView(
    { kind: 'range', key, label, unit: spec?.unit ?? '' },
    state.ranges.get(key) ?? {},
    found,
    base,
    (range) => listingUrl(withRange(state, key, range)),
  )
}

function priceFacet(state: ListingState, found?: Facet, base?: Facet): RangeFacetView | null {
  const named = { kind: 'price' as const, key: 'price', label: 'Price', unit: '€' }
  return boundsView(named, state.price, found, base, (range) => listingUrl(withPrice(state, range)))
}

/** Bars and bounds come from the listing without filters, so that they stay where they are while filters change. */
function boundsView(
  named: Pick<RangeFacetView, 'kind' | 'key' | 'label' | 'unit'>,
  { min: from = null, max: to = null }: { min?: number | null; max?: number | null },
  found: Facet | undefined,
  base: Facet | undefined,
  href: (range: Range) => string,
): RangeFacetView | null {
  const active = from !== null || to !== null
  if (!isNumbers(base) || (base.min === base.max && !active)) return null
  const step = stepOf(base, named.kind === 'price' ? 100 : 0)
  const histogram = isNumbers(found) ? found.histogram : []
  const bars = barsOf({ histogram, min: base.min, max: base.max }, MOST_BARS)
  // Bounds that no shopper would choose mark where the range belongs.
  const [mark, text] = named.kind === 'price' ? [{ min: 1, max: 2 }, '0.01..0.02'] : [{ min: 1, max: 2 }, '1..2']
  return {
    ...named,
    active,
    min: tidy(Math.floor(base.min / step) * step),
    max: tidy(Math.ceil(base.max / step) * step),
    step,
    from,
    to,
    bars: bars.map(([edge, count]) => ({ from: edge, count })),
    hrefTemplate: href(mark).replace(`${named.key}=${text}`, `${named.key}=${RANGE_PLACE}`),
    hrefWithout: href({}),
  }
}

const isNumbers = (facet: Facet | undefined): facet is NumberFacet => facet !== undefined && 'histogram' in facet

/** A round step, about a hundred of which lead from end to end. */
function stepOf({ min, max }: NumberFacet, least: number): number {
  const rough = (max - min) / 100 || 1
  const power = 10 ** Math.floor(Math.log10(rough))
  const round = [1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10
  return Math.max(tidy(round * power), least)
}

const tidy = (value: number) => Number(value.toFixed(4))

/** What narrows the listing, each with the address without it. */
export function activeChips(state: ListingState, all: Filterable[]): { label: string; href: string }[] {
  const chips = all.flatMap(({ key, label, values, spec }) => {
    const range = state.ranges.get(key)
    if (range)
      return [
        {
          label: `${label}: ${rangeWords(range, (value) => formatNumber(value, spec?.unit))}`,
          href: listingUrl(withRange(state, key, {})),
        },
      ]
    return (state.filters.get(key) ?? []).map((slug) => {
      const value = values?.find((one) => one.slug === slug)?.label ?? slug
      return {
        label: spec?.type === 'boolean' ? `${label}: ${value}` : value,
        href: listingUrl(toggled(state, key, slug)),
      }
    })
  })
  if (!isOpen(state.price))
    chips.push({ label: rangeWords(state.price, shortMoney), href: listingUrl(withPrice(state, {})) })
  if (state.inStock) chips.push({ label: 'In stock', href: listingUrl(withStock(state, false)) })
  return chips
}

function rangeWords({ min, max }: Range, text: (value: number) => string): string {
  if (min === undefined) return `up to ${text(max ?? 0)}`
  return max === undefined ? `from ${text(min)}` : `${text(min)} to ${text(max)}`
}
