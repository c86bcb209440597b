import { z } from 'zod'
import type { Narrowing } from '@/lib/domain/listing/listing'
import { cleanText, LISTING_LIMITS } from '@/lib/domain/listing/listing'
import { productCardSchema } from '../catalog/product-view'

const facetOptionSchema = z.object({
  slug: z.string(),
  label: z.string(),
  /** Number of results with this value while the other filters stay the same. */
  count: z.int(),
  colour: z.string().optional(),
})
export type FacetOption = z.infer<typeof facetOptionSchema>

const facetSchema = z.object({ key: z.string(), label: z.string() })

const valueFacetSchema = facetSchema.extend({
  kind: z.literal('values'),
  look: z.enum(['rows', 'words']),
  options: z.array(facetOptionSchema),
})
export type ValueFacetView = z.infer<typeof valueFacetSchema>

/** A range facet: prices in minor units, other specs in their own unit. */
const rangeFacetSchema = facetSchema.extend({
  kind: z.enum(['range', 'price']),
  unit: z.string(),
  /** Lowest and highest existing value, and the step of the slider. */
  min: z.number(),
  max: z.number(),
  step: z.number(),
  bars: z.array(z.object({ from: z.number(), count: z.int() })),
})
export type RangeFacetView = z.infer<typeof rangeFacetSchema>

/** Minimum ratings ("4 and up") with their counts, highest first. */
const ratingFacetSchema = facetSchema.extend({
  kind: z.literal('rating'),
  options: z.array(z.object({ stars: z.int(), count: z.int() })),
})
export type RatingFacetView = z.infer<typeof ratingFacetSchema>

const facetViewSchema = z.discriminatedUnion('kind', [valueFacetSchema, rangeFacetSchema, ratingFacetSchema])
export type FacetView = z.infer<typeof facetViewSchema>

const categoryLinkSchema = z.object({
  path: z.string(),
  name: z.string(),
  href: z.string(),
  count: z.int(),
  image: z.string().optional(),
  tint: z.string(),
})
export type CategoryLink = z.infer<typeof categoryLinkSchema>

/** Suggestions for a text without results. */
const nothingFoundHelpSchema = z.object({
  /** Results of the same text in the whole shop. */
  elsewhere: z.object({ href: z.string(), count: z.int() }).nullable(),
  /** Corrected texts ("Did you mean …"). */
  corrections: z.array(z.object({ text: z.string(), href: z.string() })),
  /** The text without some of its words. */
  fewer: z.array(z.object({ text: z.string(), href: z.string() })),
  /** Whether to show shorter texts before corrections: all words are known, but no product has all of them. */
  isFewerLikelier: z.boolean(),
  categories: z.array(z.object({ name: z.string(), href: z.string() })),
})
export type NothingFoundHelp = z.infer<typeof nothingFoundHelpSchema>

const trailSchema = z.array(z.object({ name: z.string(), href: z.string() }))

/** A page of a listing with its facets. JSON-safe. Its address contains all selections. */
export const listingViewSchema = z.object({
  /** Canonical address of this listing. */
  href: z.string(),
  q: z.string(),
  category: z.object({ path: z.string(), name: z.string(), description: z.string(), trail: trailSchema }).nullable(),
  collection: z.object({ slug: z.string(), name: z.string(), description: z.string(), trail: trailSchema }).nullable(),
  /** Number of results. */
  total: z.int(),
  /** Number of products in the category (or the shop) without filters. */
  outOf: z.int(),
  page: z.int(),
  pages: z.int(),
  cards: z.array(productCardSchema),
  /** Subcategories with results. */
  children: z.array(categoryLinkSchema),
  facets: z.array(facetViewSchema),
  /** Number of results that are in stock. */
  inStock: z.int(),
  /** Active filters, each with a link that removes it. */
  chips: z.array(
    z.object({ label: z.string(), key: z.string(), slug: z.string().optional() }) satisfies z.ZodType<Narrowing>,
  ),
  sorts: z.array(z.object({ key: z.string(), label: z.string() })),
  /** Unknown keys and slugs in the address; they were ignored. */
  unknown: z.array(z.string()),
  /** Suggestions if the text has no results even without filters, else null. */
  help: nothingFoundHelpSchema.nullable(),
})
export type ListingView = z.infer<typeof listingViewSchema>

/** Answer to the search form: the address of the interpreted listing. */
export const foundSchema = z.object({ href: z.string().startsWith('/') })

/** Parameter of the suggestions: the text in the search field. */
export const suggestQuerySchema = z.object({
  q: z
    .string('must be given')
    .max(2_000, 'is too long')
    .transform(cleanText)
    .pipe(z.string().min(1, 'must not be empty').max(LISTING_LIMITS.text, 'is too long')),
})

/** Suggestions for a text being typed. JSON-safe; amounts are minor units. */
export const suggestionsSchema = z.object({
  completions: z.array(z.object({ text: z.string(), count: z.int(), href: z.string() })),
  /** Categories. `text` is the text to search for within the category; empty to open the category itself. */
  categories: z.array(
    z.object({ name: z.string(), path: z.string(), text: z.string(), href: z.string(), count: z.int() }),
  ),
  products: z.array(
    z.object({
      name: z.string(),
      href: z.string(),
      image: z.string().nullable(),
      price: z.int(),
      percent: z.int(),
    }),
  ),
  total: z.int(),
  /** Address of the search results, as the form opens it. */
  href: z.string(),
})
export type Suggestions = z.infer<typeof suggestionsSchema>
