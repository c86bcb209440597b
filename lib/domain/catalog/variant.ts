/** Formats a variant's options, such as "Silver, 16 GB, 512 GB". */
export const optionsText = (options: Record<string, string>): string => Object.values(options).join(', ')

/** Returns the `src` of the variant's own picture, or else of the product's first picture; null if there is none. */
export function variantImage(product: { images: { src: string }[] }, variant: { image?: string }): string | null {
  return variant.image ?? product.images[0]?.src ?? null
}

/** A variant that an address selects. `isComplete` is false if the shopper has yet to choose the options that fit. */
export interface LinkedVariant {
  sku: string
  isComplete: boolean
}

/** Returns the fragment of a product's address that selects a variant: `#SKU`, or `#~SKU` if it is not complete. */
export const variantFragment = ({ sku, isComplete }: LinkedVariant): string => (isComplete ? `#${sku}` : `#~${sku}`)

/** Parses a fragment that `variantFragment` made. Other text yields a SKU that no variant has. */
export const fragmentVariant = (fragment: string): LinkedVariant => {
  // Not decoded, because SKUs need no encoding and decoding malformed text would throw.
  const [, open, sku = ''] = /^#(~?)(.*)$/s.exec(fragment) ?? []
  return { sku, isComplete: !open }
}
