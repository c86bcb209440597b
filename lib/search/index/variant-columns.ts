import type { Typed } from './columns'

/**
 * Whether a variant is in stock, and its options. Few combinations occur, so each variant stores only the code of one.
 */
export type Choice = [inStock: boolean, ...namesAndValues: string[]]

export interface VariantColumns {
  firstVariant: Uint32Array
  variantCount: Uint16Array
  choice: Typed
  price: Uint32Array
  priceBar: Uint8Array
}
