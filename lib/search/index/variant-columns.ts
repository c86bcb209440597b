import type { Typed } from './columns'

/** Stock and options of a variant. Few differ, so each variant stores the code of its choice. */
export type Choice = [inStock: boolean, ...namesAndValues: string[]]

export interface VariantColumns {
  firstVariant: Uint32Array
  variantCount: Uint16Array
  choice: Typed
  price: Uint32Array
  priceBar: Uint8Array
}
