import type { Comparison } from '@/lib/contracts/catalog/comparison'
import { compareUrl, parseCompared } from '@/lib/domain/catalog/compare-url'
import { compareProducts } from '@/lib/services/catalog/compare'

/**
 * Returns the compared products with current data, the number of products left out because of the limit, and the
 * canonical address. Not cached, because the number of combinations is unbounded.
 */
export async function readComparison(
  given: string | string[] | undefined,
): Promise<Comparison & { dropped: number; href: string }> {
  const { slugs, dropped } = parseCompared(given)
  const comparison = await compareProducts(slugs)
  return { ...comparison, dropped, href: compareUrl(comparison.products.map(({ slug }) => slug)) }
}
