import { isSlug } from '../listing/listing'

export const MAX_COMPARED = 4

/** Returns the address of the comparison of these products (slugs), in this order. */
export const compareUrl = (slugs: readonly string[]): string =>
  slugs.length > 0 ? `/compare?p=${slugs.join(',')}` : '/compare'

/**
 * Parses the slugs in the address of a comparison, without duplicates. `dropped` is the number of slugs beyond the
 * limit. Never throws.
 */
export function parseCompared(given: string | string[] | undefined): { slugs: string[]; dropped: number } {
  const texts = [given ?? []].flat().flatMap((text) => text.slice(0, 2_000).split(',').slice(0, 50))
  const slugs = [...new Set(texts.map((text) => text.trim()).filter(isSlug))]
  return { slugs: slugs.slice(0, MAX_COMPARED), dropped: Math.max(0, slugs.length - MAX_COMPARED) }
}
