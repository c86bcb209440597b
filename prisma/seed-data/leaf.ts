import type { CategoryDocument } from '@/lib/contracts/catalog/category'
import type { ReturnExclusion } from '@/lib/domain/orders/withdrawal-exclusion'
import type { TaxClass } from '@/lib/domain/pricing/tax'
import type { BrandName } from './brands'
import type { ColourName } from './colours'
import type { MotifName } from './pictures'
import type { Axes, Drawn, SpecSeed, Specs } from './specs'

/** A product that the shop must have, as its front page and its stories name it. */
export interface Pin {
  name: string
  /** Euros, for the first variant. */
  price: number
  brand?: BrandName
  tagline?: string
  specs?: Record<string, Drawn>
  options?: Axes
  motif?: MotifName
  colour?: ColourName
  /** Euros; a sale that runs for months. */
  sale?: number
  /** Euros; in the flash sale. */
  flash?: number
}

/** Products of one kind: what they are called, look like, cost and say. Texts are templates of text.ts. */
export interface Line {
  /** What the thing is; names end with it. `null`: names say nothing of the kind (titles of books). */
  noun: string | null
  motif: MotifName | MotifName[]
  /** Only these colours of the motif. */
  colours?: ColourName[]
  brands: BrandName[]
  /** `{word}` is one of its own or the leaf's words. */
  names: string[]
  words?: readonly string[]
  /** Euros. */
  price: readonly [low: number, high: number]
  taglines: string[]
  /** First sentences of the description. */
  open: string[]
  /** Further sentences of this line alone. */
  facts?: string[]
  specs?: Record<string, Drawn>
  options?: Axes
  /** How many colours one product comes in; `null`: colour is no option here. */
  colourTake?: readonly [min: number, max: number] | null
  /** Products compared with the other lines of the leaf. */
  share?: number
  /** Where they are not the leaf's. */
  taxClass?: TaxClass
  returnExcluded?: ReturnExclusion | false
  pins?: Pin[]
}

/** A category that holds products. */
export interface Leaf {
  path: string
  name: string
  /** A short line for the head of its page. */
  about: string
  tint: CategoryDocument['tint']
  taxClass: TaxClass
  returnExcluded?: ReturnExclusion
  /** For its cut-out. */
  image: MotifName
  imageColour?: ColourName
  /** Start of its SKUs. */
  code: string
  /** Products compared with the other leaves. */
  share: number
  words: readonly string[]
  specs: SpecSeed[]
  /** Sentences that are true where their condition holds. */
  facts: string[]
  /** Last sentences. */
  close: string[]
  options?: Axes
  colourTake?: readonly [min: number, max: number] | null
  /** How good the specs are, 0 to 1: where in its line's price range a product lies. */
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
