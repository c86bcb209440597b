import type { Comparison } from '@/lib/contracts/catalog/comparison'
import { compareProducts } from '@/lib/services/catalog/compare'

/** Products side by side as they are now: there is no end of combinations, so none is kept. */
export const readComparison = (slugs: string[]): Promise<Comparison> => compareProducts(slugs)
