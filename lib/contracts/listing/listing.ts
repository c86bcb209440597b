import { z } from 'zod'
import type { Narrowing } from '@/lib/domain/listing/listing'
import { cleanText, LISTING_LIMITS } from '@/lib/domain/listing/listing'
import type { ProductCard } from '../catalog/product-view'

export interface FacetOption {
  slug: string
  label: string
  /** Number of results with this value, other filters unchanged. */
  count: number
  colour?: string
}

interface FacetBase {
  key: string
  label: string
}

export interface ValueFacetView extends FacetBase {
  kind: 'values'
  look: 'rows' | 'words'
  options: FacetOption[]
}

/** A range facet: prices in minor units, other specs in their unit. */
export interface RangeFacetView extends FacetBase {
  kind: 'range' | 'price'
  unit: string
  /** Lowest and highest existing value, and the step of the slider. */
  min: number
  max: number
  step: number
  bars: { from: number; count: number }[]
}

/** Minimum ratings ("4 and up") with their counts, most stars first. */
export interface RatingFacetView extends FacetBase {
  kind: 'rating'
  options: { stars: number; count: number }[]
}

export type FacetView = ValueFacetView | RangeFacetView | RatingFacetView

export interface CategoryLink {
  path: string
  name: string
  href: string
  count: number
  image?: string
  tint: string
}

/** A page of a listing with its facets. JSON-safe. Selections and links are encoded in its address. */
export interface ListingView {
  /** Canonical address of this listing. */
  href: string
  q: string
  category: { path: string; name: string; description: string; trail: { name: string; href: string }[] } | null
  collection: { slug: string; name: string; description: string; trail: { name: string; href: string }[] } | null
  /** Number of results. */
  total: number
  /** Number of products in the category (or the shop) without filters. */
  outOf: number
  page: number
  pages: number
  cards: ProductCard[]
  /** Subcategories with results. */
  children: CategoryLink[]
  facets: FacetView[]
  /** Number of results in stock. */
  inStock: number
  /** Active filters, each removable. */
  chips: ({ label: string } & Narrowing)[]
  sorts: { key: string; label: string }[]
  /** Unknown keys and slugs in the address, which were ignored. */
  unknown: string[]
  /** Help if the text itself has no results, whatever the filters; else null. */
  help: NothingFoundHelp | null
}

/** Alternatives to a text without results. */
export interface NothingFoundHelp {
  /** The same text in the whole shop. */
  elsewhere: { href: string; count: number } | null
  /** Corrected texts: "Did you mean …". */
  corrections: { text: string; href: string }[]
  /** The text without some of its words. */
  fewer: { text: string; href: string }[]
  /** All words are known, but no product has them all: show shorter texts before corrections. */
  isFewerLikelier: boolean
  categories: { name: string; href: string }[]
}

/** Text of the search field. */
export const suggestQuerySchema = z.object({
  q: z
    .string('must be given')
    .max(2_000, 'is too long')
    .transform(cleanText)
    .pipe(z.string().min(1, 'must not be empty').max(LISTING_LIMITS.text, 'is too long')),
})

/** Suggestions while typing. JSON-safe; amounts are minor units. */
export interface Suggestions {
  completions: { text: string; count: number; href: string }[]
  /** `text` is searched for within the category; empty to open the category itself. */
  categories: { name: string; path: string; text: string; href: string; count: number }[]
  products: { name: string; href: string; image: string | null; price: number; percent: number }[]
  total: number
  /** Address of the full search, as the form would open it. */
  href: string
}
