import type { CategoryDocument } from '@/lib/contracts/catalog/category'
import type { ReturnExclusion } from '@/lib/domain/orders/withdrawal-exclusion'
import type { TaxClass } from '@/lib/domain/pricing/tax'
import type { ColourName } from '../media/colours'
import type { MotifName } from '../media/pictures'
import type { BrandName } from './brands'
import type { Axes, Drawn, SpecSeed, Specs } from './specs'

/** A product that the catalogue must contain, because the front page or a collection names it. */
export interface Pin {
  name: string
  /** Price of its first variant, in euros. */
  price: number
  brand?: BrandName
  tagline?: string
  specs?: Record<string, Drawn>
  options?: Axes
  motif?: MotifName
  colour?: ColourName
  /** Price during a sale that lasts for months, in euros. */
  sale?: number
  /** Price during the flash sale, in euros. */
  flash?: number
}

/** A kind of product, with its names, pictures, prices and texts. The texts are templates; see text.ts. */
export interface Line {
  /** The noun at the end of product names; `null` if names contain no noun, as book titles do. */
  noun: string | null
  motif: MotifName | MotifName[]
  /** Colours to which the motif is restricted. */
  colours?: ColourName[]
  brands: BrandName[]
  /** Templates for names, in which `{word}` is replaced by one of `words`, by default those of the category. */
  names: string[]
  words?: readonly string[]
  /** Price range in euros. */
  price: readonly [low: number, high: number]
  taglines: string[]
  /** Opening sentences of the description. */
  open: string[]
  /** Further sentences for the descriptions of this kind of product. */
  facts?: string[]
  specs?: Record<string, Drawn>
  options?: Axes
  /** Minimum and maximum number of colours per product; `null` if colour is not an option. */
  colourTake?: readonly [min: number, max: number] | null
  /** Weight that determines how many of the category's products are of this kind. */
  share?: number
  /** Overrides that of the category, as does `returnExcluded`. */
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
  /** Prefix of the SKUs in this category. */
  code: string
  /** Weight that determines the category's share of all products. */
  share: number
  words: readonly string[]
  specs: SpecSeed[]
  /** Sentences for descriptions. Each is used only if its condition is met. */
  facts: string[]
  /** Closing sentences of descriptions. */
  close: string[]
  options?: Axes
  colourTake?: readonly [min: number, max: number] | null
  /** Returns how good the specs are, from 0 to 1, which determines a product's price within the range of its kind. */
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
  /** Categories between the department and the categories that have products. */
  groups?: { path: string; name: string; about: string; image: MotifName; tint: CategoryDocument['tint'] }[]
  leaves: Leaf[]
}
