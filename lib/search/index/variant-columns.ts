import type { Typed } from './columns'

/** Stock and options of a variant. Variants share few different choices, so each stores only the code of its choice. */
export type Choice = [inStock: boolean, ...namesAndValues: string[]]

export interface VariantColumns {
  firstVariant: Uint32Array
  variantCount: Uint16Array
  choice: Typed
  price: Uint32Array
  priceBar: Uint8Array
}
