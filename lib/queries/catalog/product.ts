import { cacheLife, cacheTag } from 'next/cache'
import { tags, UNTIL_CHANGED } from '@/lib/cache'
import type { ProductDetail } from '@/lib/contracts/catalog/product-view'
import { slugSchema } from '@/lib/contracts/common'
import { findMovedProduct } from '@/lib/services/catalog/documents'
import { getProductDetail } from '@/lib/services/catalog/products'

/** Returns all data of a product page; null if the slug is unknown or malformed. */
export async function getProduct(slug: string): Promise<ProductDetail | null> {
  return slugSchema.safeParse(slug).success ? readProduct(slug) : null
}

/** Returns the product with this slug or, if the product has moved, its current slug; null if there is neither. */
export async function getProductAt(slug: string): Promise<{ product: ProductDetail } | { movedTo: string } | null> {
  const product = await getProduct(slug)
  if (product) return { product }
  const movedTo = slugSchema.safeParse(slug).success ? await readMovedProduct(slug) : null
  return movedTo === null ? null : { movedTo }
}

async function readMovedProduct(slug: string): Promise<string | null> {
  'use cache'
  cacheLife(UNTIL_CHANGED)
  cacheTag(tags.everything, tags.absent)
  const moved = await findMovedProduct(slug)
  if (moved) cacheTag(tags.product(moved.id))
  return moved?.slug ?? null
}

async function readProduct(slug: string): Promise<ProductDetail | null> {
  'use cache'
  cacheLife(UNTIL_CHANGED)
  cacheTag(tags.everything)
  const product = await getProductDetail(slug)
  // Includes related products, because the page shows their prices, too.
  if (product) cacheTag(...[product, ...product.related, ...product.together].map(({ id }) => tags.product(id)))
  else cacheTag(tags.absent)
  return product
}
