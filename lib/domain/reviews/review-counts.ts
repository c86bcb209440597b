import type { ReviewChoice } from './review'

/** The number of a product's reviews with these stars, variant and verification. */
export interface ReviewCount {
  /** 1 to 5 stars. */
  rating: number
  sku: string
  /** The variant's options as text; empty if the product has none. */
  variant: string
  isBought: boolean
  count: number
}

type Filter = 'stars' | 'variant' | 'isBought'

/**
 * Returns how many reviews a choice has, and how many each other value of a filter would have while the other filters
 * stay: by stars (1 to 5), by variant (the most reviewed first; the chosen one even without reviews) and bought here.
 */
export function reviewCounts(counts: readonly ReviewCount[], choice: ReviewChoice) {
  const matching = (without?: Filter) =>
    counts.filter(
      ({ rating, sku, isBought }) =>
        (without === 'stars' || choice.stars === null || rating === choice.stars) &&
        (without === 'variant' || choice.variant === null || sku === choice.variant) &&
        (without === 'isBought' || !choice.isBought || isBought),
    )
  const sumOf = (rows: readonly ReviewCount[]) => rows.reduce((sum, { count }) => sum + count, 0)
  const byStars = matching('stars')
  const byVariant = matching('variant')
  const names = new Map<string, string>()
  for (const { sku, variant } of counts) names.set(sku, names.get(sku) || variant)
  const variants = [...names]
    .map(([sku, name]) => ({ sku, name, count: sumOf(byVariant.filter((row) => row.sku === sku)) }))
    .filter(({ sku, name, count }) => name !== '' && (count > 0 || sku === choice.variant))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  return {
    total: sumOf(matching()),
    histogram: [1, 2, 3, 4, 5].map((stars) => sumOf(byStars.filter(({ rating }) => rating === stars))),
    variants,
    bought: sumOf(matching('isBought').filter(({ isBought }) => isBought)),
  }
}
