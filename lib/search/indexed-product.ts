/** A product as the index stores it; `toProduct` maps documents and stock rows to this. */
export interface Product {
  /** 24 hex digits. */
  id: string
  name: string
  brand: string
  /** Path of slugs such as 'electronics/laptops': the leaf category of the product. */
  category: string
  specs: Record<string, SpecValue>
  /** The first 60 words that no other field has are indexed, unless descriptions are turned off. */
  description?: string
  /** Products without variants are not searchable. */
  variants: Variant[]
  /** 0 to 5, rounded to tenths, which keeps the index small and the facet readable. */
  rating: number
  /** Number of reviews behind the rating; default none. */
  ratingCount?: number
  /** Per cent, 0 to 100. */
  discount: number
  /** A non-negative integer; breaks ties between equally good matches. */
  popularity: number
  /** Seconds since 1970. */
  createdAt: number
  /** Milliseconds since 1970 at which the product must be read again, because a sale starts or ends. */
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
