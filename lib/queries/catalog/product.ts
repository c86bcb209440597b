import { cacheLife, cacheTag } from 'next/cache'
import { tags, UNTIL_CHANGED } from '@/lib/cache'
import type { ProductDetail } from '@/lib/contracts/catalog/product-view'
import { slugSchema } from '@/lib/contracts/common'
import { getProductDetail } from '@/lib/services/catalog/products'

/** Everything that the page of a product says; null where there is none of that address. What cannot be a slug is asked nobody. */
export async function getProduct(slug: string): Promise<ProductDetail | null> {
  return slugSchema.safeParse(slug).success ? readProduct(slug) : null
}

async function readProduct(slug: string): Promise<ProductDetail | null> {
  'use cache'
  cacheLife(UNTIL_CHANGED)
  cacheTag(tags.everything)
  const product = await getProductDetail(slug)
  // The products beside it say their prices too.
  if (product) cacheTag(...[product, ...product.related, ...product.together].map(({ id }) => tags.product(id)))
  else cacheTag(tags.absent)
  return product
}
