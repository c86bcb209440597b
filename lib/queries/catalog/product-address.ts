import { slugSchema } from '@/lib/contracts/common'
import { findMovedProduct, productExists } from '@/lib/services/catalog/documents'

// Separate from the product query, because the proxy needs only this and should not load the search index.

/**
 * Returns the current slug of the product with this current or former slug; null if there is none. If several products
 * match, the one that has the slug now wins.
 */
export async function currentProductSlug(slug: string): Promise<string | null> {
  if (!slugSchema.safeParse(slug).success) return null
  if (await productExists(slug)) return slug
  return (await findMovedProduct(slug))?.slug ?? null
}
