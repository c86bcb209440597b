import { z } from 'zod'
import type { Narrowing } from '@/lib/domain/listing/listing'
import { cleanText, LISTING_LIMITS } from '@/lib/domain/listing/listing'
import type { ProductCard } from '../catalog/product-view'

export interface FacetOption {
  slug: string
  label: string
  /** Products that would be found with this value, the other filters being as they are. */
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

/** Numbers between two bounds: prices in minor units, others in their unit. */
export interface RangeFacetView extends FacetBase {
  kind: 'range' | 'price'
  unit: string
  /** The outermost values there are, and the step of the slider. */
  min: number
  max: number
  step: number
  bars: { from: number; count: number }[]
}

/** "4 and up", with how many there are; most stars first. */
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

/** A page of a listing with everything around it. JSON-safe. What is chosen, and where each choice leads, is told by its address. */
export interface ListingView {
  /** Canonical address of what is shown. */
  href: string
  q: string
  category: { path: string; name: string; description: string; trail: { name: string; href: string }[] } | null
  collection: { slug: string; name: string; description: string; trail: { name: string; href: string }[] } | null
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
  /** Products of it that are in stock. */
  inStock: number
  /** What narrows it, each as it can be taken off. */
  chips: ({ label: string } & Narrowing)[]
  sorts: { key: string; label: string }[]
  /** Keys and slugs of the address that this listing does not know; they were left out. */
  unknown: string[]
  /** Where to go from here; null unless its text finds nothing, whatever the filters. */
  help: NothingFoundHelp | null
}

/** What is near a text that finds nothing. */
export interface NothingFoundHelp {
  /** The same text outside of the category. */
  elsewhere: { href: string; count: number } | null
  /** What may have been meant: "Did you mean …". */
  corrections: { text: string; href: string }[]
  /** The text without some of its words. */
  fewer: { text: string; href: string }[]
  /** All words are known, only not together: fewer of them are likelier to be meant than others. */
  isFewerLikelier: boolean
  categories: { name: string; href: string }[]
}

/** What is typed into the search field. */
export const suggestQuerySchema = z.object({
  q: z
    .string('must be given')
    .max(2_000, 'is too long')
    .transform(cleanText)
    .pipe(z.string().min(1, 'must not be empty').max(LISTING_LIMITS.text, 'is too long')),
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
