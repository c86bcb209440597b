const DAY_MS = 86_400_000

/**
 * Number of days for which a product counts as new: in its badge, on the page /new and in the count on the home page.
 */
export const NEW_FOR_DAYS = 30

/**
 * Returns the earliest launch date that counts as new, rounded up to whole seconds, because the search index stores
 * launch dates in seconds.
 */
export const newSince = (now: Date): Date => new Date(Math.ceil(Number(now) / 1000) * 1000 - NEW_FOR_DAYS * DAY_MS)
