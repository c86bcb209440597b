import type { CategoryDocument } from '@/lib/contracts/catalog/category'
import type { ReturnExclusion } from '@/lib/domain/orders/withdrawal-exclusion'
import type { TaxClass } from '@/lib/domain/pricing/tax'
import type { ColourName } from '../media/colours'
import type { MotifName } from '../media/pictures'
import type { BrandName } from './brands'
import type { Axes, Drawn, SpecSeed, Specs } from './specs'

/** A product that must exist, because the front page or a collection names it. */
export interface Pin {
  name: string
  /** Price of the first variant in euros. */
  price: number
  brand?: BrandName
  tagline?: string
  specs?: Record<string, Drawn>
  options?: Axes
  motif?: MotifName
  colour?: ColourName
  /** Price in a sale that runs for months, in euros. */
  sale?: number
  /** Price in the flash sale, in euros. */
  flash?: number
}

/** Products of one kind, with their names, pictures, prices and texts. Texts are templates, see text.ts. */
export interface Line {
  /** The noun that ends product names. `null`: names contain no noun (book titles). */
  noun: string | null
  motif: MotifName | MotifName[]
  /** Colours in which the motif may be used. */
  colours?: ColourName[]
  brands: BrandName[]
  /** Name templates. `{word}` is replaced by a word of the line or of the leaf. */
  names: string[]
  words?: readonly string[]
  /** Price range in euros. */
  price: readonly [low: number, high: number]
  taglines: string[]
  /** Opening sentences of the description. */
  open: string[]
  /** Further sentences for this line only. */
  facts?: string[]
  specs?: Record<string, Drawn>
  options?: Axes
  /** Number of colours per product. `null`: colour is not an option. */
  colourTake?: readonly [min: number, max: number] | null
  /** Weight of this line among the lines of its leaf. */
  share?: number
  /** Values that override those of the leaf. */
  taxClass?: TaxClass
  returnExcluded?: ReturnExclusion | false
  pins?: Pin[]
}

/** A category that contains products. */
export interface Leaf {
  path: string
  name: string
  /** One-line introduction on the category page. */
  about: string
  tint: CategoryDocument['tint']
  taxClass: TaxClass
  returnExcluded?: ReturnExclusion
  /** Motif of the category's cut-out picture. */
  image: MotifName
  imageColour?: ColourName
  /** Prefix of SKUs in this category. */
  code: string
  /** Weight among all leaves. */
  share: number
  words: readonly string[]
  specs: SpecSeed[]
  /** Sentences for descriptions. Each is used only if its condition holds. */
  facts: string[]
  /** Closing sentences of descriptions. */
  close: string[]
  options?: Axes
  colourTake?: readonly [min: number, max: number] | null
  /** Returns the quality of the specs, 0 to 1. It determines a product's price within the range of its line. */
  worth?: (specs: Readonly<Specs>) => number
  lines: Line[]
}

export interface Department {
  path: string
  name: string
  about: string
  tint: CategoryDocument['tint']
  image: MotifName
  imageColour?: ColourName
  /** Categories between the department and its leaves. */
  groups?: { path: string; name: string; about: string; image: MotifName; tint: CategoryDocument['tint'] }[]
  leaves: Leaf[]
}
