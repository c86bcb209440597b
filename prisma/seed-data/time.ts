export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** Returns the midnight (UTC) before `now`, so that two catalogues generated on one day are equal. */
export const startOfDay = (now: Date) => new Date(Math.floor(Number(now) / DAY) * DAY)

export const later = (date: Date, milliseconds: number) => new Date(Number(date) + milliseconds)
