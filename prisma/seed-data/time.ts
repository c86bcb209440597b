export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** Returns the last midnight (UTC) before `now`, so that catalogues generated on the same day are identical. */
export const startOfDay = (now: Date) => new Date(Math.floor(Number(now) / DAY) * DAY)

export const later = (date: Date, milliseconds: number) => new Date(Number(date) + milliseconds)
