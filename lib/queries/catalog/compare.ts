import type { Comparison } from '@/lib/contracts/catalog/comparison'
import { compareUrl, parseCompared } from '@/lib/domain/catalog/compare-url'
import { compareProducts } from '@/lib/services/catalog/compare'

/**
 * Returns the products of the address's parameter side by side as they are now, how many were too many, and the address
 * of those that are shown. Combinations are endless, so none is cached.
 */
export async function readComparison(
  given: string | string[] | undefined,
): Promise<Comparison & { dropped: number; href: string }> {
  const { slugs, dropped } = parseCompared(given)
  const comparison = await compareProducts(slugs)
  return { ...comparison, dropped, href: compareUrl(comparison.products.map(({ slug }) => slug)) }
}
