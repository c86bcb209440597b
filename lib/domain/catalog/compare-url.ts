import { isSlug } from '../listing/listing'

export const MOST_COMPARED = 4

/** The address that sets these products (slugs) side by side, in this order. */
export const compareUrl = (slugs: readonly string[]): string =>
  slugs.length > 0 ? `/compare?p=${slugs.join(',')}` : '/compare'

/** Slugs of an address, each once, as many as can be compared; `dropped` is how many were too many. Never throws. */
export function parseCompared(given: string | string[] | undefined): { slugs: string[]; dropped: number } {
  const texts = [given ?? []].flat().flatMap((text) => text.slice(0, 2_000).split(',').slice(0, 50))
  const slugs = [...new Set(texts.map((text) => text.trim()).filter(isSlug))]
  return { slugs: slugs.slice(0, MOST_COMPARED), dropped: Math.max(0, slugs.length - MOST_COMPARED) }
}
