/** The options of a variant as one reads them: "Silver, 16 GB, 512 GB". */
export const optionsText = (options: Record<string, string>): string => Object.values(options).join(', ')

/** The address of the picture that shows the variant: its own, else the product's first. */
export function variantImage(product: { images: { src: string }[] }, variant: { image?: string }): string | null {
  return variant.image ?? product.images[0]?.src ?? null
}
