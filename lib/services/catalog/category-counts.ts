import type { Result } from '@/lib/search/search-query'
import { countsByCategory } from './categories'

/** How many hits each category holds, those of the categories below it included. */
export const categoryCounts = (result: Result) =>
  countsByCategory((result.facets.category?.values ?? []).map(([path, products]) => [String(path), products]))
