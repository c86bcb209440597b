import type { Result } from '@/lib/search/search-query'
import { countsByCategory } from './categories'

/** Returns the number of results in each category, including its descendants. */
export const categoryCounts = (result: Result) =>
  countsByCategory((result.facets.category?.values ?? []).map(([path, products]) => [String(path), products]))
