/** Reasons that exclude the right of withdrawal (Directive 2011/83/EU, article 16 c, d, e, i, j). */
export const RETURN_EXCLUSIONS = ['made-to-measure', 'perishable', 'hygiene', 'sealed-media', 'periodical'] as const
export type ReturnExclusion = (typeof RETURN_EXCLUSIONS)[number]

/** Reasons that exclude the right of withdrawal, by SKU. */
export type Exclusions = Record<string, ReturnExclusion>

/** Texts for each reason: short ones for cart lines, sentences for product pages. */
export const EXCLUSION_WORDS: Record<ReturnExclusion, { short: string; sentence: string }> = {
  'made-to-measure': {
    short: 'Made for you, no right of withdrawal',
    sentence: 'Made to your own measure, so there is no right of withdrawal.',
  },
  perishable: {
    short: 'Spoils quickly, no right of withdrawal',
    sentence: 'It spoils quickly, so there is no right of withdrawal.',
  },
  hygiene: {
    short: 'No right of withdrawal once unsealed',
    sentence: 'Sealed for hygiene: once you break the seal there is no right of withdrawal.',
  },
  'sealed-media': {
    short: 'No right of withdrawal once unsealed',
    sentence: 'A sealed recording: once you break the seal there is no right of withdrawal.',
  },
  periodical: {
    short: 'Newspaper or magazine, no right of withdrawal',
    sentence: 'A newspaper or magazine, so there is no right of withdrawal.',
  },
}

/**
 * Returns the reason that excludes a product's right of withdrawal; null if there is none. The product's own value
 * (false: no exclusion) overrides its category's value.
 */
export const exclusionOf = (
  product: { returnExcluded?: ReturnExclusion | false },
  category: { returnExcluded?: ReturnExclusion } | undefined,
): ReturnExclusion | null => (product.returnExcluded ?? category?.returnExcluded) || null
