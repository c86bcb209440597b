const DAY_MS = 86_400_000

/** Number of days that a product counts as new: for its badge, the page /new and the count on the home page. */
export const NEW_FOR_DAYS = 30

/** Returns the earliest launch date that counts as new, rounded up to whole seconds, the precision of the index. */
export const newSince = (now: Date): Date => new Date(Math.ceil(Number(now) / 1000) * 1000 - NEW_FOR_DAYS * DAY_MS)
