import { slugSchema } from '@/lib/contracts/common'
import { findMovedProduct, productExists } from '@/lib/services/catalog/documents'

// Separate from the product query, because the proxy needs only this and not the index.

/** Returns the current slug of a product by a current or former slug; null if there is none. Current slugs win. */
export async function currentProductSlug(slug: string): Promise<string | null> {
  if (!slugSchema.safeParse(slug).success) return null
  if (await productExists(slug)) return slug
  return (await findMovedProduct(slug))?.slug ?? null
}
