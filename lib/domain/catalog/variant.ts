/** Formats a variant's options, such as "Silver, 16 GB, 512 GB". */
export const optionsText = (options: Record<string, string>): string => Object.values(options).join(', ')

/** Returns the `src` of the variant's own picture, or else of the product's first picture; null if there is none. */
export function variantImage(product: { images: { src: string }[] }, variant: { image?: string }): string | null {
  return variant.image ?? product.images[0]?.src ?? null
}
