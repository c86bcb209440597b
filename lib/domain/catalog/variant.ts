/** Formats a variant's options: "Silver, 16 GB, 512 GB". */
export const optionsText = (options: Record<string, string>): string => Object.values(options).join(', ')

/** Returns the address of the variant's picture: its own, or else the product's first; null if there is none. */
export function variantImage(product: { images: { src: string }[] }, variant: { image?: string }): string | null {
  return variant.image ?? product.images[0]?.src ?? null
}
