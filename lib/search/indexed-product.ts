/** What the index knows of a product; `store-source` maps documents and stock rows to this. */
export interface Product {
  /** 24 hex digits. */
  id: string
  name: string
  brand: string
  /** Path of slugs, such as 'electronics/laptops': the one leaf of the tree that holds the product. */
  category: string
  specs: Record<string, SpecValue>
  /** Of which the index takes the first 60 words that nothing else has; it can be told to leave descriptions out. */
  description?: string
  /** A product without variants is never found. */
  variants: Variant[]
  /** 0 to 5, in tenths: fewer different numbers make a smaller index and a facet worth reading. */
  rating: number
  /** How many reviews the rating comes from; default none. */
  ratingCount?: number
  /** Percent, 0 to 100. */
  discount: number
  /** Whole, not negative; the higher, the earlier among equally good matches. */
  popularity: number
  /** Seconds since 1970. */
  createdAt: number
  /** Milliseconds since 1970: from then on the source says something else (a sale starts or ends), so read it again. */
  validUntil?: number
}

export interface Variant {
  sku: string
  options: Record<string, string>
  /** Minor units, the price in force. */
  price: number
  /** Units on hand. */
  stock: number
}

export type Scalar = string | number | boolean
export type SpecValue = Scalar | string[]
