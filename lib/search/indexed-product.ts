/** A product as the index stores it; `toProduct` maps documents and stock rows to this. */
export interface Product {
  /** 24 hex digits. */
  id: string
  name: string
  brand: string
  /** Path of the product's category, which has no subcategories: slugs such as 'electronics/laptops'. */
  category: string
  specs: Record<string, SpecValue>
  /**
   * Long description. Only its first 60 words that occur in no other field are indexed, if descriptions are indexed at
   * all.
   */
  description?: string
  /** Variants of the product. A product without variants is not searchable. */
  variants: Variant[]
  /** Average rating, 0 to 5, rounded to tenths to keep the index small and the facet readable. */
  rating: number
  /** Number of reviews behind the rating; default 0. */
  ratingCount?: number
  /** Discount as a percentage, 0 to 100. */
  discount: number
  /** Popularity, a non-negative integer; breaks ties between equally good matches. */
  popularity: number
  /** Launch time, in seconds since 1970. */
  createdAt: number
  /** When a sale next starts or ends, so that the product must be read again; in milliseconds since 1970. */
  validUntil?: number
}

export interface Variant {
  sku: string
  options: Record<string, string>
  /** Current price in minor units. */
  price: number
  /** Units on hand. */
  stock: number
}

export type Scalar = string | number | boolean
export type SpecValue = Scalar | string[]
