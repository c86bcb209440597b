import { slugSchema } from '@/lib/contracts/common'
import { findMovedProduct, productExists } from '@/lib/services/catalog/documents'

// Apart from the product itself, for the proxy asks this and needs nothing of the index.

/** The slug under which the product of that address is found today; null where there is none. A live product wins over an old name. */
export async function currentProductSlug(slug: string): Promise<string | null> {
  if (!slugSchema.safeParse(slug).success) return null
  if (await productExists(slug)) return slug
  return (await findMovedProduct(slug))?.slug ?? null
}
