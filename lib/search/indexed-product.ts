/** A product as the index stores it; `toProduct` maps documents and stock rows to this. */
export interface Product {
  /** 24 hex digits. */
  id: string
  name: string
  brand: string
  /** Path of slugs of the product's leaf category: 'electronics/laptops'. */
  category: string
  specs: Record<string, SpecValue>
  /** Long description. The first 60 words that no other field has are indexed, unless descriptions are turned off. */
  description?: string
  /** Variants of the product. Without any, it is not searchable. */
  variants: Variant[]
  /** Average rating, 0 to 5, rounded to tenths: this keeps the index small and the facet readable. */
  rating: number
  /** Number of reviews behind the rating; default 0. */
  ratingCount?: number
  /** Discount as a percentage, 0 to 100. */
  discount: number
  /** Popularity, a non-negative integer; breaks ties between equally good matches. */
  popularity: number
  /** Launch time in seconds since 1970. */
  createdAt: number
  /** Time at which a sale starts or ends, so the product must be read again; milliseconds since 1970. */
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
