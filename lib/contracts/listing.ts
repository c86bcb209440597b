import { z } from 'zod'
import type { ProductCard } from './product-view'

export interface FacetOption {
  slug: string
  label: string
  /** Products that would be found with this value, the other filters being as they are. */
  count: number
  selected: boolean
  /** The listing with this value added or taken away. */
  href: string
  colour?: string
}

interface FacetBase {
  key: string
  label: string
  /** Whether it narrows the listing now. */
  active: boolean
}

export interface ValueFacetView extends FacetBase {
  kind: 'values'
  look: 'rows' | 'words'
  options: FacetOption[]
}

/** Numbers between two bounds: prices in minor units, others in their unit. */
export interface RangeFacetView extends FacetBase {
  kind: 'range' | 'price'
  unit: string
  /** The outermost values there are, and the step of the slider. */
  min: number
  max: number
  step: number
  from: number | null
  to: number | null
  bars: { from: number; count: number }[]
  /** Address with `RANGE_PLACE` where the range belongs, as "from..to" in whole currency or the unit. */
  hrefTemplate: string
  /** Without this range. */
  hrefWithout: string
}

export type FacetView = ValueFacetView | RangeFacetView

export interface CategoryLink {
  path: string
  name: string
  href: string
  count: number
  image?: string
  tint: string
}

/** A page of a listing with everything around it. JSON-safe; hrefs are canonical. */
export interface ListingView {
  /** Canonical address of what is shown. */
  href: string
  /** The same as fields of a form, without page and sort. */
  pairs: [key: string, value: string][]
  q: string
  category: { path: string; name: string; description: string; trail: { name: string; href: string }[] } | null
  collection: { slug: string; name: string; description: string } | null
  /** Products found. */
  total: number
  /** Products of the category (or the shop) without any filter. */
  outOf: number
  page: number
  pages: number
  cards: ProductCard[]
  /** Categories below the present one that hold hits. */
  children: CategoryLink[]
  facets: FacetView[]
  stock: { selected: boolean; count: number; href: string }
  chips: { label: string; href: string }[]
  clearHref: string
  sorts: { key: string; label: string; href: string; selected: boolean }[]
  /** Keys and slugs of the address that this listing does not know; they were left out. */
  unknown: string[]
}

/** What is typed into the search field. */
export const suggestQuerySchema = z.object({
  q: z.string('must be given').trim().min(1, 'must not be empty').max(200, 'is too long'),
})

/** What the search field offers while one types. JSON-safe; amounts are minor units. */
export interface Suggestions {
  completions: { text: string; count: number; href: string }[]
  /** `text` is what is searched for in the category; empty where the category itself is meant. */
  categories: { name: string; path: string; text: string; href: string; count: number }[]
  products: { name: string; href: string; image: string | null; price: number; percent: number }[]
  total: number
  /** Where the text is searched for as the form would. */
  href: string
}
