import { z } from 'zod'
import type { Narrowing } from '@/lib/domain/listing/listing'
import { cleanText, LISTING_LIMITS } from '@/lib/domain/listing/listing'
import { productCardSchema } from '../catalog/product-view'

const facetOptionSchema = z.object({
  slug: z.string(),
  label: z.string(),
  /** Number of results if this value were selected and the other filters stayed the same. */
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

/** A facet for a range of numbers: prices in minor units, other specs in their own unit. */
const rangeFacetSchema = facetSchema.extend({
  kind: z.enum(['range', 'price']),
  unit: z.string(),
  /** Lowest and highest value among the products, and the step of the slider. */
  min: z.number(),
  max: z.number(),
  step: z.number(),
  bars: z.array(z.object({ from: z.number(), count: z.int() })),
})
export type RangeFacetView = z.infer<typeof rangeFacetSchema>

/** A facet for minimum ratings ("4 and up") with their numbers of results, highest rating first. */
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

/** Suggestions for a search without results. */
const nothingFoundHelpSchema = z.object({
  /** Results of the same search text in the whole shop; null if there are none. */
  elsewhere: z.object({ href: z.string(), count: z.int() }).nullable(),
  /** Corrected search texts ("Did you mean …"). */
  corrections: z.array(z.object({ text: z.string(), href: z.string() })),
  /** Search texts that leave out some of the words. */
  fewer: z.array(z.object({ text: z.string(), href: z.string() })),
  /** Whether to show `fewer` before `corrections`: all words are known, but no product has all of them. */
  isFewerLikelier: z.boolean(),
  categories: z.array(z.object({ name: z.string(), href: z.string() })),
})
export type NothingFoundHelp = z.infer<typeof nothingFoundHelpSchema>

const trailSchema = z.array(z.object({ name: z.string(), href: z.string() }))

/** A page of a listing with its facets. JSON-safe. `href` contains all selections. */
export const listingViewSchema = z.object({
  /** Canonical address of this listing. */
  href: z.string(),
  q: z.string(),
  category: z.object({ path: z.string(), name: z.string(), description: z.string(), trail: trailSchema }).nullable(),
  collection: z.object({ slug: z.string(), name: z.string(), description: z.string(), trail: trailSchema }).nullable(),
  /** Number of results. */
  total: z.int(),
  /** Number of products in the category (or the shop) if no filters were active. */
  outOf: z.int(),
  page: z.int(),
  pages: z.int(),
  cards: z.array(productCardSchema),
  /** Subcategories that contain results. */
  children: z.array(categoryLinkSchema),
  facets: z.array(facetViewSchema),
  /** Number of results that are in stock. */
  inStock: z.int(),
  /** Active filters, each with a link that removes it. */
  chips: z.array(
    z.object({ label: z.string(), key: z.string(), slug: z.string().optional() }) satisfies z.ZodType<Narrowing>,
  ),
  sorts: z.array(z.object({ key: z.string(), label: z.string() })),
  /** Keys and slugs of the address that the shop does not know and therefore ignored. */
  unknown: z.array(z.string()),
  /** Where the words of the text occur, if no result has them in its name, brand, category or features; else null. */
  weakMatch: z.enum(['details', 'descriptions']).nullable(),
  /** Help pages that answer the text, if it was not entirely met by results. */
  helpPages: z.array(z.object({ name: z.string(), href: z.string() })),
  /** Suggestions if the text has no results even without filters, else null. */
  help: nothingFoundHelpSchema.nullable(),
})
export type ListingView = z.infer<typeof listingViewSchema>

/** Answer to the search form: the address of the listing that the query was interpreted as. */
export const foundSchema = z.object({ href: z.string().startsWith('/') })

/** Query parameter of the request for suggestions: the text in the search field. */
export const suggestQuerySchema = z.object({
  q: z
    .string('must be given')
    .max(2_000, 'is too long')
    .transform(cleanText)
    .pipe(z.string().min(1, 'must not be empty').max(LISTING_LIMITS.text, 'is too long')),
})

/** Suggestions for a text being typed. JSON-safe; amounts are minor units. */
export const suggestionsSchema = z.object({
  completions: z.array(z.object({ text: z.string(), href: z.string() })),
  /**
   * Suggested categories. `text` is what to search for within the category; empty if the link opens the category
   * itself.
   */
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
  /** Number of results that submitting the text shows, apart from corrections. */
  total: z.int(),
  /** Address that submitting the search form opens. */
  href: z.string(),
})
export type Suggestions = z.infer<typeof suggestionsSchema>
