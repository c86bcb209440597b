const DAY_MS = 86_400_000

/** How long a product counts as new: for its badge, the page of new things and the count on the home page. */
export const NEW_FOR_DAYS = 30

/** What came into the shop at that moment or later is new now. Whole seconds, as the index counts. */
export const newSince = (now: Date): Date => new Date(Math.ceil(Number(now) / 1000) * 1000 - NEW_FOR_DAYS * DAY_MS)
